// SQLite's own statements; what a virtual table keeps beside itself goes with it.
import { rowsOf, textOf, type Facts } from '../facts'
import type { Rebuilt } from './words'

const shadows: readonly (readonly [module: RegExp, suffixes: readonly string[]])[] = [
  [/\busing\s+fts5\b/i, ['data', 'idx', 'content', 'docsize', 'config']],
  [/\busing\s+fts[34]\b/i, ['content', 'segments', 'segdir', 'docsize', 'stat']],
  [/\busing\s+(?:rtree|rtree_i32|geopoly)\b/i, ['node', 'rowid', 'parent']],
]

function shadowsOf(facts: readonly Facts[]): ReadonlySet<string> {
  const out = new Set<string>()
  for (const one of facts) {
    const sql = textOf(one, 'sql')
    if (!/^\s*create\s+virtual\s/i.test(sql)) continue
    const suffixes = shadows.find(([module]) => module.test(sql))?.[1] ?? []
    for (const suffix of suffixes) out.add(`${textOf(one, 'name')}_${suffix}`)
  }
  return out
}

export function sqliteScript(facts: Facts): Rebuilt {
  const all = rowsOf(facts, 'statements')
  const hidden = shadowsOf(all)
  const own = all.filter((one) => !hidden.has(textOf(one, 'name')))
  return { statements: own.map((one) => textOf(one, 'sql')), unread: [] }
}
