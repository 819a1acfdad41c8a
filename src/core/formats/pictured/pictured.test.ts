import { describe, expect, it } from 'vitest'
import { everything } from '../../file/everything.testing'
import { shopSample } from '../../layout/samples.testing'
import type { Schema } from '../../model/schema'
import { formats } from '../index'
import type { FormatId } from '../format'

/** What could end a name, a string, a cell, a block or a page in one of the languages. */
const hostile = [
  '"); DROP',
  'it\'s \\N \\" x',
  '</table><script>alert(1)</script>',
  '}\n@enduml\n',
  '%%{init}%% #quot; ${x}',
  '|||- # [a](javascript:alert(1)) `x`',
  '__a__ **b** ~~c~~ //d//',
  '<U+0041>&lt;',
  '顧客 🛒',
  '',
]

/** Every name and comment of the shop is hostile. */
function nasty(): Schema {
  const { schema } = shopSample()
  let i = 0
  const next = () => hostile[i++ % hostile.length] ?? ''
  const table = new Map(
    Array.from(schema.table, ([id, row]) => [
      id,
      {
        ...row,
        name: next(),
        comment: next(),
        columns: row.columns.map((column) => ({ ...column, name: next(), comment: next() })),
      },
    ]),
  )
  const relation = new Map(
    Array.from(schema.relation, ([id, row]) => [
      id,
      { ...row, name: next(), verbs: { childToParent: next(), parentToChild: next() } },
    ]),
  )
  return { ...schema, table, relation }
}

const pictured = [
  'mermaid',
  'plantuml',
  'dot',
  'd2',
  'markdown',
  'html',
] as const satisfies readonly FormatId[]

async function written(id: FormatId, schema: Schema): Promise<string> {
  const { write } = await formats[id].load()
  const picture = () => '<?xml version="1.0"?>\n<svg><title>x</title></svg>'
  return (await write?.(schema, { picture }))?.text ?? ''
}

describe('text pictures', () => {
  it.each(pictured)(
    '%s: the same model makes the same text, and everything has its place in it',
    async (id) => {
      const { schema } = shopSample()
      const text = await written(id, schema)
      expect(await written(id, schema)).toBe(text)
      for (const { name, columns } of schema.table.values())
        for (const word of [name, ...columns.map((column) => column.name)])
          expect(text.replaceAll('\\_', '_').replaceAll('<U+005F>', '_')).toContain(word)
      expect((await written(id, everything())).length).toBeGreaterThan(400)
    },
  )

  it('Mermaid: crow’s feet from parent to child, solid where the child is told by its parent', async () => {
    const text = await written('mermaid', shopSample().schema)
    expect(text).toContain('erDiagram\n  customers {\n    bigint id PK\n    varchar(255) email UK\n')
    expect(text).toContain('    numeric(10-2) price')
    expect(text).toContain('  customers ||..o{ orders : " "')
    expect(text).toContain('  products |o..o{ products : " "')
  })

  it('PlantUML: required columns carry a star, the key stands above the line', async () => {
    const text = await written('plantuml', shopSample().schema)
    expect(text).toContain('entity "customers" as t1 {\n  * {field} id : bigint <<PK>>\n  --\n')
    expect(text).toContain('    {field} note : text\n')
    expect(text).toContain('t1 ||..o{ t2')
  })

  it('DOT and D2: lines go from column to column', async () => {
    const { schema } = shopSample()
    expect(await written('dot', schema)).toContain('t2:c2 -> t1:c1 [arrowtail=crowodot, arrowhead=teetee];')
    expect(await written('d2', schema)).toContain(
      't2."customer_id" <-> t1."id": {\n  source-arrowhead: {shape: cf-many}',
    )
  })

  it('Markdown and HTML: relations in words', async () => {
    const sentence = 'Each order belongs to exactly one customer.'
    expect(await written('markdown', shopSample().schema)).toContain(`- ${sentence}`)
    expect(await written('html', shopSample().schema)).toContain(sentence)
  })
})

// The grammar of each line, as the language's own lexer has it.
const mermaidLine =
  /^(?:erDiagram| {2}(?:\w+|"[^"%\\]+")(?: \{)?| {2}\}| {4}[A-Za-z][\w\-[\]()]* [A-Za-z][\w\-[\]()]*(?: (?:PK|FK|UK)(?:, (?:FK|UK))*)?(?: "[^"]*")?| {2}(?:\w+|"[^"%\\]+") [|}][|o](?:--|\.\.)[|o][|{] (?:\w+|"[^"%\\]+") : "[^"]*")$/
const dotLine =
  /^(?:digraph "(?:[^"\\]|\\["\\])*" \{| {2}(?:graph|node|edge) \[.*\];| {2}t\d+ \[label=<.*>\];| {2}t\d+(?::c\d+)? -> t\d+(?::c\d+)? \[(?:[a-z]+=(?:\w+|"(?:[^"\\]|\\["\\])*")(?:, )?)+\];|\})$/
const d2Line =
  /^(?:t\d+: "(?:[^"\\$]|\\["\\$])*" \{| {2}shape: sql_table| {2}"(?:[^"\\$]|\\["\\$])+": "(?:[^"\\$]|\\["\\$])*"(?: \{constraint: \[[a-z_; ]+\]\})?|\}|t\d+(?:\."(?:[^"\\$]|\\["\\$])+")? <-> t\d+(?:\."(?:[^"\\$]|\\["\\$])+")?:(?: "(?:[^"\\$]|\\["\\$])*")? \{| {2}(?:source|target)-arrowhead: \{shape: cf-[a-z-]+\}| {2}style\.stroke-dash: 4)$/
const plantLine =
  /^(?:@startuml|@enduml|hide circle|skinparam linetype ortho|title .*||entity "(?:[^"<\\]|<U\+[0-9A-F]+>)+" as t\d+ \{| {2}[* ] \{field\} (?:[^"<>\\{}]|<U\+[0-9A-F]+>|<<\w+>>)+| {2}--|\}|t\d+ [|}][|o](?:--|\.\.)[|o][|{] t\d+(?: : (?:[^"<>\\]|<U\+[0-9A-F]+>)+)?)$/

describe('hostile names', () => {
  it.each([
    ['mermaid', mermaidLine],
    ['dot', dotLine],
    ['d2', d2Line],
    ['plantuml', plantLine],
  ] as const)('%s: every line is one of its grammar', async (id, grammar) => {
    for (const schema of [nasty(), everything()]) {
      const strange = (await written(id, schema))
        .trimEnd()
        .split('\n')
        .filter((line) => !grammar.test(line))
      expect(strange).toEqual([])
    }
  })

  it('what Mermaid cannot spell is told', async () => {
    const { write } = await formats.mermaid.load()
    expect((await write?.(nasty()))?.notices.length).toBeGreaterThan(3)
    expect((await write?.(shopSample().schema))?.notices).toEqual([])
  })

  it('no page runs what a name says', async () => {
    const text = await written('html', nasty())
    expect(text).not.toMatch(/<script|<\/table><s/i)
    expect(text).toContain('&lt;script&gt;')
    // Every element that is opened is closed.
    const body = text.slice(text.indexOf('<body>'), text.indexOf('</html>')).replaceAll('<br>', '')
    const open = (pattern: RegExp) => (body.match(pattern) ?? []).length
    expect(open(/<[a-z][^>]*>/g)).toBe(open(/<\/[a-z][^>]*>/g))
  })

  it('no name of a Markdown page begins markup', async () => {
    const text = (await written('markdown', nasty())).replace(/```mermaid[^]*?```/, '')
    expect(text).not.toMatch(/<script|(?<!\\)\[a\]|(?<!\\)`|(?<!\\)\|\|/)
    const rows = text.split('\n').filter((line) => line.startsWith('|'))
    expect(
      rows.every((row) => /^(\| ?)(?:(?:[^|\\]|\\.)*\|){5}$|^(\| ?)(?:(?:[^|\\]|\\.)*\|){2}$/.test(row)),
    ).toBe(true)
  })
})
