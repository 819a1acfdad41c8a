// Damaged scripts for as long as one likes: no crash, no hang, no loss without a word. Each is made by its number:
//   npm run bench -- fuzz 10          ten minutes
//   npm run bench -- fuzz 0 --only=mysql/sakila --seed=4711   that one again
import { corpusBases, ownBases } from '../fuzz/bases'
import { caseOf, damagedText, tryOne, type Finding } from '../fuzz/fuzz'
import type { Measure } from './measure'

export const about =
  'damaged scripts for ten minutes (or as many as are named): crashes, hangs, losses without a word'

const option = (given: readonly string[], name: string): string | undefined =>
  given.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3)

const brief = (text: string, most: number): string => text.replace(/\s+/g, ' ').slice(0, most)

const show = ({ base, seed, how, what, more, places }: Finding): void => {
  console.log(`  ${base} --seed=${String(seed)} (${how.join('; ')})`)
  for (const place of places) console.log(`      at: ${brief(place, 200)}`)
  console.log(`      ${brief(what, 800)}${more > 0 ? ` (and ${String(more)} more)` : ''}`)
}

export async function run(_measure: Measure, given: readonly string[] = []): Promise<void> {
  const minutes = Number(given.find((word) => /^[\d.]+$/.test(word)) ?? 10)
  const only = new RegExp(option(given, 'only') ?? '')
  const one = option(given, 'seed')
  const cases = []
  for (const base of [...ownBases(), ...corpusBases()].filter(({ name }) => only.test(name)))
    cases.push(await caseOf(base))
  if (one !== undefined) {
    for (const whole of cases) {
      if (given.includes('--text')) console.log(await damagedText(whole, Number(one)))
      const finding = await tryOne(whole, Number(one))
      if (finding) show(finding)
    }
    return
  }
  const end = performance.now() + minutes * 60_000
  const first = Number(option(given, 'from') ?? 1)
  let tried = 0
  let found = 0
  for (let seed = first; performance.now() < end; seed += 1) {
    for (const whole of cases) {
      if (given.includes('--text')) console.log(await damagedText(whole, Number(one)))
      const finding = await tryOne(whole, seed)
      if (finding) show(finding)
      if (finding) found += 1
      tried += 1
      if (performance.now() >= end) break
    }
  }
  console.log(
    `  ${tried.toLocaleString('en')} damaged scripts of ${String(cases.length)}, ${found.toLocaleString('en')} findings`,
  )
  if (found > 0) process.exitCode = 1
}
