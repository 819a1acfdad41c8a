// The history shows every step in the past. Whoever names a step in the source begins with a verb that it knows.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { isVerb } from '../../src/panels/history/past'

const root = fileURLToPath(new URL('../../src/', import.meta.url))

const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (name) => /^(actions|app|canvas|panels|state)\/.*\.tsx?$/.test(name) && !name.includes('.test.'),
)

/** The first words of what stands between `perform(` and the command. */
export function firstWords(source: string): readonly string[] {
  const words: string[] = []
  for (const [, given = ''] of source.matchAll(/\bperform\(([^=]*?)(?:,\s*\(?\w*\)? =>|,\s*\w+[,)])/g)) {
    const isChoice = given.includes('?')
    const literals = [...given.matchAll(/(^\s*|[?:]\s*|\$\{[^}]*?)(?:`|')([A-Z]\p{L}*)/gu)]
    for (const [, lead = '', word = ''] of literals) if (isChoice || lead.trim() === '') words.push(word)
  }
  return words
}

it('finds the label of a step, also where it is one of two', () => {
  expect(firstWords("perform('Add column', (cx) => x)")).toEqual(['Add'])
  expect(firstWords('perform(isKey ? `Take ${name} out` : `Put ${name} in`, (cx) => x)')).toEqual([
    'Take',
    'Put',
  ])
  expect(firstWords('perform(\n  `Move column ${a}`,\n  (cx) => x)')).toEqual(['Move'])
})

it('every step begins with a verb that the history can put into the past', () => {
  const found = sources.flatMap((name) =>
    firstWords(readFileSync(root + name, 'utf8')).map((word) => [name, word] as const),
  )
  expect(found.length).toBeGreaterThan(60)
  expect(found.filter(([, word]) => !isVerb(word))).toEqual([])
})
