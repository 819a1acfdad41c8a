// One answer in the shapes that clients give it.
import { describe, expect, it } from 'vitest'
import { unwrap, type Facts } from './unwrap'

const answer = {
  relataCatalogue: 1,
  dialect: 'sqlite',
  database: 'shop',
  probe: `"\\\n'`,
  statements: [
    { sql: 'CREATE TABLE "a; b" (\n\tid INT, c TEXT DEFAULT \'x | y, \\ "z"\' -- +\n)' },
    { sql: "CREATE VIEW v AS SELECT 'é — 日本'" },
  ],
}
const json = JSON.stringify(answer)
const csv = (text: string): string => `"${text.replaceAll('"', '""')}"`
const name = 'relata_catalogue'

/** What `mysql -B` does to a value. */
const batch = json.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t')
const wide = '-'.repeat(json.length + 2)
const box = '─'.repeat(json.length + 2)

const cut = (size: number): readonly string[] =>
  Array.from({ length: Math.ceil(json.length / size) }, (_, i) => json.slice(i * size, (i + 1) * size))
const pieces = cut(60)

const shapes: Readonly<Record<string, string>> = {
  'bare JSON': json,
  'JSON with line ends of Windows and a mark of its encoding': `\uFEFF${JSON.stringify(answer, null, 2).replaceAll('\n', '\r\n')}`,
  'JSON under the name of the column': `${name}\n${json}\n`,
  'JSON of DBeaver': JSON.stringify({ 'select json_object(': [{ [name]: json }] }, null, '\t'),
  'JSON of DataGrip': JSON.stringify([{ [name]: json }]),
  'JSON of a client that opens what it holds': JSON.stringify([{ [name]: answer }]),
  'JSON in rows of rows': JSON.stringify({ columns: [name], rows: [[json]] }),
  'CSV with commas': `${csv(name)}\r\n${csv(json)}\r\n`,
  'CSV without a header': csv(json),
  'CSV with semicolons and numbers of rows': `"";${csv(name)}\n1;${csv(json)}\n`,
  'tabs between columns': `\t${name}\n1\t${csv(json)}\n`,
  'a copied cell in single quotes': `'${json.replaceAll("'", "''")}'`,
  'psql, aligned': ` ${name.padStart(40)} \n${wide}\n ${json}\n(1 row)\n\n`,
  'psql, unaligned': `${name}\n${json}\n(1 row)\n`,
  'psql, tuples only': ` ${json}\n\n`,
  'psql, expanded': `-[ RECORD 1 ]----+------\n${name} | ${json}\n\n`,
  'psql, a value of several lines': ` ${name} \n${wide}\n ${JSON.stringify(answer, null, 1).replaceAll('\n', ' +\n ')}\n(1 row)\n`,
  'psql with old lines and a time': ` ${name} \n${wide}\n ${json}\n(1 row)\n\nTime: 12.345 ms\n`,
  'mysql, a table': `+${wide}+\n| ${name} |\n+${wide}+\n| ${json} |\n+${wide}+\n1 row in set (0.05 sec)\n`,
  'mysql -B': `${name}\n${batch}\n`,
  'mysql -B -N': `${batch}\n`,
  'mysql \\G': `*************************** 1. row ***************************\n${name}: ${json}\n1 row in set (0.00 sec)\n`,
  'sqlite3 in a box': `┌${box}┐\n│ ${name} │\n├${box}┤\n│ ${json} │\n└${box}┘\n`,
  'sqlite3 in a narrow box': `┌${'─'.repeat(62)}┐\n│ ${name.padEnd(60)} │\n├${'─'.repeat(62)}┤\n${pieces.map((piece) => `│ ${piece.padEnd(60)} │`).join('\n')}\n└${'─'.repeat(62)}┘\n`,
  'sqlite3 in narrow columns': `${name.padEnd(60)}\n${'-'.repeat(60)}\n${pieces.join('\n')}\n`,
  'sqlite3 by lines': `${name} = ${json}\n`,
  'sqlite3 as literals': `'${name}'\n'${json.replaceAll("'", "''")}'\n`,
  'sqlite3 with marks between records': `${name}\u001e${json}\u001e`,
  'sqlcmd and Management Studio as text': `JSON_F52E2B61-18A1-11d1-B105-00805F49916B\r\n${'-'.repeat(50)}\r\n${pieces.join('\r\n')}\r\n\r\n(${String(pieces.length)} rows affected)\r\n`,
  'rows of Management Studio in a grid': pieces.join('\r\n'),
  'rows of Management Studio as CSV': pieces.map(csv).join('\r\n'),
  'rows of a client as JSON': JSON.stringify(pieces.map((piece) => ({ 'JSON_F52E2B61-18A1': piece }))),
  'SQL*Plus': `${name}\n${'-'.repeat(80)}\n${json}\n\n1 row selected.\n`,
}

const factsOf = (text: string): readonly Facts[] => {
  const found = unwrap(text)
  return found.kind === 'found' ? found.facts : []
}

describe('an answer', () => {
  it.each(Object.entries(shapes))('is found in %s', (_shape, text) => {
    expect(factsOf(text)).toEqual([answer])
  })

  const rows = [
    { relataCatalogue: '1', dialect: 'redshift' },
    { kind: 'table', name: 'a "b"' },
    { kind: 'end' },
  ]
  const lines = rows.map((row) => JSON.stringify(row))

  it.each<readonly [string, string]>([
    ['lines', lines.join('\n')],
    ['psql, aligned', ` ${name} \n${wide}\n ${lines.join('\n ')}\n(3 rows)\n`],
    ['CSV', [name, ...lines.map(csv)].join('\r\n')],
    ['JSON', JSON.stringify(lines.map((line) => ({ [name]: line })))],
  ])('of several rows is found in %s', (_shape, text) => {
    expect(factsOf(text)).toEqual(rows)
  })

  it('that was cut ends where its text ends', () => {
    const short = json.slice(0, 90)
    expect(unwrap(short)).toEqual({ kind: 'broken', at: 90, isCut: true })
    expect(unwrap(`${name}\n${short}\n(1 row)\n`)).toMatchObject({ kind: 'broken', isCut: true })
  })

  it('keeps the blanks at which a client cut it', () => {
    const blank = json.indexOf(' TABLE')
    const rows = [json.slice(0, blank), json.slice(blank, 2 * blank), json.slice(2 * blank)]
    expect(factsOf(rows.join('\n'))).toEqual([answer])
    const after = blank + 1
    expect(factsOf(cut(after).join('\r\n'))).toEqual([answer])
  })

  it('is found or given up soon, whatever stands around it', () => {
    const long = 100_000
    for (const filling of [' ', '|', '+', "'", '"', '{', '-', '\t', '| ', '\n']) {
      const text = `${filling.repeat(long)}relataCatalogue${filling.repeat(long)}x`
      expect(unwrap(text).kind).toBe('broken')
    }
  })

  it('that is damaged is told with the place', () => {
    const at = json.indexOf(']')
    expect(unwrap(`${json.slice(0, at)}}${json.slice(at)}`)).toEqual({ kind: 'broken', at, isCut: false })
  })

  it('is not in other texts', () => {
    expect(unwrap('{"tables": []}')).toEqual({ kind: 'json' })
    expect(unwrap('ERROR:  permission denied for table pg_class')).toEqual({ kind: 'foreign' })
  })
})
