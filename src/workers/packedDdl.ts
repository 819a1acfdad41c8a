// A script on its way from the worker: thousands of small objects cost the page more to take in than one long text, so
// statements travel as two columns and are cut from the text where they arrive.
import type { Ddl, Notice } from '../core/dialects/dialect'
import type { AnyId } from '../core/model/schema'

export interface PackedDdl {
  readonly text: string
  readonly notices: readonly Notice[]
  /** From and to, in turn. */
  readonly places: Uint32Array
  /** What each is of, one a line; empty where it is of nothing. Ids hold no line ends. */
  readonly abouts: string
}

export function packDdl({ text, notices, statements }: Ddl): PackedDdl {
  const places = new Uint32Array(statements.length * 2)
  for (const [i, { from, to }] of statements.entries()) places.set([from, to], i * 2)
  return { text, notices, places, abouts: statements.map(({ about }) => about ?? '').join('\n') }
}

export function unpackDdl({ text, notices, places, abouts }: PackedDdl): Ddl {
  const ids = abouts.split('\n')
  const statements = Array.from({ length: places.length / 2 }, (_, i) => {
    const [from = 0, to = 0] = [places[i * 2], places[i * 2 + 1]]
    const about = ids[i]
    const sql = text.slice(from, to)
    // Packed above from ids.
    return about ? { sql, from, to, about: about as AnyId } : { sql, from, to }
  })
  return { text, notices, statements }
}
