// Rows: counted always, read only when they are wanted.
import type { SampleValue } from '../../../../model/records'
import type { Cursor } from '../cursor'
import { kinds } from '../lexer'
import type { StatementReader } from '../tongue'

function valueOf(c: Cursor): SampleValue {
  const start = c.at
  const kind = c.kind()
  if (kind === kinds.string && !/^[xb]'/i.test(c.source())) {
    const text = c.string()
    if (c.isDone && text !== undefined) return text
  } else if (c.take('NULL')) {
    if (c.isDone) return null
  } else if (c.sees('TRUE') || c.sees('FALSE')) {
    const isTrue = c.word() === 'TRUE'
    c.skip()
    if (c.isDone) return isTrue
  } else {
    const sign = c.word() === '-' ? '-' : ''
    if (sign !== '') c.skip()
    if (c.kind() === kinds.number && c.at === c.end - 1) {
      const text = sign + c.source()
      c.skip()
      // A number that would lose digits stays as it was written.
      const number = Number(text)
      return String(number) === text ? number : { expression: text }
    }
  }
  c.at = start
  return { expression: c.takeRest() }
}

/** INSERT [words] [INTO] table [(columns)] VALUES (…), (…) */
export const insert: StatementReader = (c, ctx) => {
  c.skip()
  while (
    !c.isDone &&
    /^(?:LOW_PRIORITY|DELAYED|HIGH_PRIORITY|IGNORE|OR|REPLACE|ABORT|FAIL|ROLLBACK|OVERWRITE)$/.test(c.word())
  )
    c.skip()
  c.take('INTO')
  const table = c.objectName()
  if (!table) return undefined
  const columns = c.nameList()
  const count = ctx.piece.rows ?? 0
  const wanted = ctx.reading.sampleRows
  const rows: SampleValue[][] = []
  if (wanted > 0 && count > 0) {
    c.skipTo(new Set(['VALUES', 'VALUE']))
    c.skip()
    while (rows.length < wanted) {
      const group = c.group()
      if (!group) break
      rows.push(group.inner.items().map(valueOf))
      if (!c.take(',')) break
    }
  }
  c.at = c.end
  return {
    kind: 'data',
    table,
    // INSERT … SELECT brings rows that nobody can count.
    count,
    ...(columns ? { columns } : {}),
    ...(rows.length > 0 ? { rows } : {}),
  }
}
