// `relata formats` and `relata --help`.
import { dialects } from '../core/dialects'
import type { Proof } from '../core/dialects/dialect'
import { formats } from '../core/formats'
import { dialectIds } from '../core/model/target'

export const usage = `usage: relata convert FILE... --to TARGET[@VERSION] [--from FORMAT] [--strict] [--plain] [-o OUT]
                           [--diagram NAME] [options of a script]
       relata catalogue-query DATABASE
       relata formats

Reads FILE (- is standard input; several SQL files are carried out one after the other, as migrations are; a folder is
all of its files, in the order of their names) and writes it as TARGET to standard output or OUT. What does not carry over goes to standard error, one "line: message" each; the
line is 0 where a notice is of no line.

catalogue-query prints the one read-only query whose answer convert reads as well, however the client prints it: for a
database without a dump (relata catalogue-query postgres | psql -At mydb | relata convert - --to mysql).

  --to        a database (postgres, mysql@8.4, sqlite, …) or a format (dbml, svg, relata,
              mermaid, plantuml, dot, d2, markdown, html)
  --from      the format of FILE, for SQL with its database (sql@mysql, or mysql alone); without it the name decides,
              then the look
  --strict    a notice fails: exit code 1
  --plain     DBML for other programs: what it has no words for is told and left out
  -o          the file to write
  --diagram   the diagram of a picture, by name; without it the first. Of a script: only what stands on it

Options of a script:
  --only NAME        only this table, view or type, and what it cannot be without; may be said several times
  --if-not-exists    make what is missing
  --drop-first       drop what the script makes before it is made
  --unqualified      names without their schema
  --foreign-keys     inline (in their table where that can be) or separate (all at the end); inline unless told
  --indexes          inline (in their table where that can be) or separate; separate unless told
  --no-comments      leave comments out
  --transaction      all or nothing, where the database can
  --per-table        one file for each table, numbered in the order to run them, into the folder -o

Exit codes: 0 done, 1 a notice under --strict, 2 nothing could be read or written.
`

interface Row {
  readonly id: string
  readonly does: string
  readonly label: string
}

async function formatRows(): Promise<readonly Row[]> {
  return Promise.all(
    Object.values(formats).map(async ({ id, label, extensions, load }) => {
      const { read, write } = await load()
      const does = [...(read ? ['reads'] : []), ...(write ? ['writes'] : [])].join(', ')
      return { id, does, label: `${label} (${extensions.join(', ')})` }
    }),
  )
}

function dialectRows(): readonly Row[] {
  return dialectIds.map((id) => {
    const { label, versions, proof } = dialects[id]
    return { id, does: 'writes', label: `${label} ${versions.join(', ')}; ${proofWords(proof)}` }
  })
}

function proofWords(proof: Proof): string {
  if (proof.kind === 'parser') return `accepted by the parser ${proof.parser}`
  const engines = proof.engines.join(', ')
  return proof.of === undefined ? `proved on ${engines}` : `not run itself: proved on its parent, ${engines}`
}

/** Every format with what can be done with it, and every target with how sure we are of its script. */
export async function listing(): Promise<string> {
  const rows: readonly Row[] = [
    ...(await formatRows()),
    { id: 'svg', does: 'writes', label: 'A picture of a diagram (.svg)' },
    ...dialectRows(),
  ]
  const width = (of: (row: Row) => string) => Math.max(...rows.map((row) => of(row).length))
  const [ids, doings] = [width(({ id }) => id), width(({ does }) => does)]
  return `${rows.map(({ id, does, label }) => `${id.padEnd(ids)}  ${does.padEnd(doings)}  ${label}`).join('\n')}\n`
}
