// A few damaged scripts of our own, the same each time; `npm run bench -- fuzz` damages the corpus for as long as one likes.
import { describe, expect, it } from 'vitest'
import { ownBases } from './bases'
import { caseOf, tryOne } from './fuzz'
import { mutate, movedBy } from './mutate'
import { seeded } from './random'

describe('damaged scripts', () => {
  it.each(ownBases().map((base) => [base.name, base] as const))(
    'are read without a crash, a hang or a loss without a word: %s',
    async (_name, base) => {
      const whole = await caseOf(base)
      expect(whole.whole.script.statements.length).toBeGreaterThan(5)
      const findings = []
      for (let seed = 1; seed <= 60; seed += 1) findings.push(await tryOne(whole, seed))
      expect(findings.filter((finding) => finding !== undefined)).toEqual([])
    },
  )

  it('are the same for the same number, and know what was not touched', () => {
    const text = 'CREATE TABLE a (x int);\nCREATE TABLE b (y int);\n'
    const mutants = Array.from({ length: 50 }, (_, seed) => mutate(text, seeded(seed)))
    expect(mutants).toEqual(Array.from({ length: 50 }, (_, seed) => mutate(text, seeded(seed))))
    expect(new Set(mutants.map((mutant) => mutant.text)).size).toBeGreaterThan(30)
    for (const { text: damaged, splices } of mutants) {
      for (let from = 0; from < text.length; from += 7) {
        const by = movedBy({ from, to: from + 3 }, splices)
        if (by !== undefined) expect(damaged.slice(from + by, from + by + 3)).toBe(text.slice(from, from + 3))
      }
    }
  })
})
