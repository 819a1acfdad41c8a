// Input as nobody would send it, through the door that the page uses: bytes in, a plain refusal or a schema with notices
// out. Never a crash, never a half of it without a word.
import { describe, expect, it } from 'vitest'
import { nodePostgresParser } from '../../src/cli/postgresParser'
import type { Target } from '../../src/core/model/target'
import type { Overview, ReadAnswer } from '../../src/workers/importTypes'
import { readMethods } from '../../src/workers/readMethods'
import { countingIds } from '../corpus/readEntry'

const postgres: Target = { dialect: 'postgres', version: '18' }
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

function utf16(text: string, { isBig, hasMark }: { isBig: boolean; hasMark: boolean }): Uint8Array {
  const marked = (hasMark ? '\ufeff' : '') + text
  const bytes = new Uint8Array(marked.length * 2)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < marked.length; i++) view.setUint16(i * 2, marked.charCodeAt(i), !isBig)
  return bytes
}

interface Asked {
  readonly name?: string
  readonly target?: Target
  readonly isCancelled?: () => boolean
}

async function read(bytes: Uint8Array, asked: Asked = {}): Promise<ReadAnswer | 'cancelled'> {
  const { name = 'nasty.sql', target, isCancelled = () => false } = asked
  const methods = readMethods({ newId: countingIds(), engines: { postgres: nodePostgresParser } })
  const cancel = {
    get aborted() {
      return isCancelled()
    },
  }
  const answer = await methods.read(
    {
      sources: [{ id: 'a', name, content: new Blob([bytes.slice()]) }],
      fallback: postgres,
      sampleRows: 0,
      ...(target && { target }),
    },
    { onProgress: () => undefined, cancel },
  )
  return typeof answer === 'symbol' ? 'cancelled' : answer
}

async function overview(input: string | Uint8Array, asked: Asked = {}): Promise<Overview> {
  const answer = await read(typeof input === 'string' ? utf8(input) : input, asked)
  if (answer === 'cancelled' || answer.kind !== 'read') throw new Error(JSON.stringify(answer))
  return answer.overview
}

async function refusal(bytes: Uint8Array): Promise<string> {
  const answer = await read(bytes)
  if (answer === 'cancelled' || answer.kind === 'read') throw new Error('it was read')
  return answer.problem.message
}

const tables = ({ objects }: Overview) => objects.map(({ name, parts }) => `${name}/${String(parts)}`)
const told = ({ notices }: Overview) => notices.filter(({ level }) => level !== 'info')
const lines = (found: Overview) => told(found).map(({ line, code }) => `${String(line)} ${code}`)

const two =
  'CREATE TABLE a (id int PRIMARY KEY, "größe" text);\nCREATE TABLE b (a_id int REFERENCES a (id));\n'
const twoTables = ['a/2', 'b/1']

describe('bytes that are no text', () => {
  it.each([
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0), /picture, not a text/],
    ['noise', Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256), /binary file/],
    ['a pg_dump archive', utf8('PGDMP\u0001\u000e'), /archive of pg_dump/],
    ['nothing at all', new Uint8Array(), /empty/i],
    ['blanks', utf8(' \r\n\t\n'), /empty/i],
    ['comments alone', utf8('-- CREATE TABLE t (a int);\n/* none */;;\n'), /no tables found/i],
  ])('are refused in plain words: %s', async (_what, bytes, words) => {
    expect(await refusal(bytes)).toMatch(words)
  })
})

describe('texts in every dress', () => {
  it.each([
    ['a byte order mark', utf8(`\ufeff${two}`)],
    ['UTF-16, little end first, marked', utf16(two, { isBig: false, hasMark: true })],
    ['UTF-16, big end first, marked', utf16(two, { isBig: true, hasMark: true })],
    ['UTF-16, little end first, unmarked', utf16(two, { isBig: false, hasMark: false })],
    ['UTF-16, big end first, unmarked', utf16(two, { isBig: true, hasMark: false })],
    ['CRLF', utf8(two.replaceAll('\n', '\r\n'))],
    ['CR alone', utf8(two.replaceAll('\n', '\r'))],
  ])('are the same schema: %s', async (_what, bytes) => {
    const found = await overview(bytes)
    expect(tables(found)).toEqual(twoTables)
    expect(found.counts.relation).toBe(1)
    expect(told(found)).toEqual([])
  })

  it('are read around NUL bytes and control characters', async () => {
    const found = await overview(
      `${two}CREATE\u0000 TABLE c (x\u0001 int, y\u0000 int);\nCREATE TABLE d (z int);`,
    )
    expect(tables(found)).toEqual(expect.arrayContaining([...twoTables, 'd/1']))
    expect(found.objects.some(({ name }) => name === 'c') || told(found).length > 0).toBe(true)
  })
})

describe('scripts with something wrong in them', () => {
  it('cost what is in a quote that is never closed, and say where', async () => {
    const quotes = ["'", '"', '$x$']
    for (const quote of quotes) {
      const found = await overview(
        `CREATE TABLE before (a int);\nCREATE TABLE broken (a text DEFAULT ${quote}oops);\n\nCREATE TABLE after (b int);\n`,
      )
      expect(tables(found)).toEqual(expect.arrayContaining(['before/1', 'after/1']))
      expect(lines(found).some((line) => line.startsWith('2 '))).toBe(true)
    }
    const names = ['`oops);', '[oops);', "'oops);"]
    for (const [i, dialect] of (['mysql', 'sqlserver', 'sqlite'] as const).entries()) {
      const text = `CREATE TABLE before (a int);\nCREATE TABLE broken (a int, ${names[i] ?? ''}\nCREATE TABLE after (b int);\n`
      const found = await overview(text, { target: { dialect, version: '' } })
      expect(tables(found)).toEqual(expect.arrayContaining(['before/1', 'after/1']))
      expect(lines(found).some((line) => line.startsWith('2 '))).toBe(true)
    }
  })

  it('never take the rows of COPY or a command of psql for statements', async () => {
    const found = await overview(
      [
        '\\restrict abc',
        '\\set ON_ERROR_STOP on',
        'CREATE TABLE a (id int);',
        'COPY a (id) FROM stdin;',
        'CREATE TABLE fake (x int);',
        '\\.',
        '\\if true',
        'CREATE TABLE b (id int);',
        '\\endif',
      ].join('\n'),
    )
    expect(tables(found)).toEqual(['a/1', 'b/1'])
    expect(found.notices.some(({ code }) => code === 'dataRows')).toBe(true)
  })

  it('are read to any depth', async () => {
    for (const depth of [100, 5000]) {
      const nested = `${'('.repeat(depth)}1${')'.repeat(depth)}`
      for (const dialect of ['postgres', 'mysql', 'sqlite', 'sqlserver', 'oracle'] as const) {
        const text = `CREATE TABLE deep (a int, CHECK (a > ${nested}));\nCREATE TABLE after (b int);\n`
        const found = await overview(text, { target: { dialect, version: '' } })
        expect(tables(found).map((name) => name.toLowerCase())).toEqual(['deep/1', 'after/1'])
      }
    }
  })

  it('keep the first of two tables of one name and tell of the second', async () => {
    const found = await overview('CREATE TABLE t (a int);\nCREATE TABLE t (b int, c int);\n')
    expect(tables(found)).toEqual(['t/1'])
    expect(lines(found)).toEqual([expect.stringMatching(/^2 /)])
  })

  it('lose no foreign key to a table that never comes without a word', async () => {
    const found = await overview('CREATE TABLE t (a int REFERENCES ghosts (id), b int);\n')
    expect(tables(found)).toEqual(['t/2'])
    expect(found.counts.relation ?? 0).toBe(0)
    expect(told(found)[0]?.message).toContain('ghosts')
  })

  it('read as another database’s keep what they can and tell the rest', async () => {
    const mysql = 'CREATE TABLE `a` (`id` int NOT NULL AUTO_INCREMENT, PRIMARY KEY (`id`)) ENGINE=InnoDB;\n'
    expect(tables(await overview(mysql))).toEqual(['a/1'])
    const wrong = await overview(`${mysql}CREATE TABLE b (id int);\n`, { target: postgres })
    expect(tables(wrong)).toEqual(expect.arrayContaining(['b/1']))
    expect(told(wrong).length).toBeGreaterThan(0)
  })

  it('may be prose, and then there is nothing but a notice', async () => {
    const found = await read(utf8('Dear all,\nplease find the tables in the attachment.\nBest, Ann\n'))
    if (found === 'cancelled') throw new Error('nobody cancelled')
    if (found.kind === 'read') {
      expect(found.overview.objects).toEqual([])
      expect(told(found.overview).length).toBeGreaterThan(0)
    } else expect(found.problem.message).not.toBe('')
  })
})

describe('names that are meant to hurt', () => {
  const hostile = [
    '__proto__',
    'constructor',
    'hasOwnProperty',
    '<img src=x onerror=alert(1)>',
    'a"b',
    "Robert'); DROP TABLE students;--",
    'a\nb',
    '\u202eevil',
    'n'.repeat(60),
    'NULL',
    ' ',
  ]

  it.each(['postgres', 'sqlite', 'oracle', 'sqlserver', 'mysql'] as const)(
    'arrive to the letter: %s',
    async (dialect) => {
      const [open, close] =
        dialect === 'mysql' ? ['`', '`'] : dialect === 'sqlserver' ? ['[', ']'] : ['"', '"']
      const spelled = (name: string) => open + name.replaceAll(close, close + close) + close
      const text = hostile.map((name) => `CREATE TABLE ${spelled(name)} (${spelled(name)} int);\n`).join('')
      const found = await overview(text, { target: { dialect, version: '' } })
      expect(found.objects.map(({ name }) => name)).toEqual(hostile)
      expect(Object.prototype).toEqual({})
    },
  )
})

describe('ten megabytes on one line', () => {
  const table = (i: number) =>
    `CREATE TABLE t${String(i)} (id bigint PRIMARY KEY, parent bigint REFERENCES t0 (id), name varchar(90) DEFAULT 'x;y', amount numeric(12,2) CHECK (amount >= 0)); `
  const text = Array.from({ length: 70_000 }, (_, i) => table(i)).join('')

  it('can be cancelled between any two statements', async () => {
    expect(text.length).toBeGreaterThan(10_000_000)
    for (const target of [postgres, { dialect: 'mysql', version: '9' } as const]) {
      let asked = 0
      const answer = await read(utf8(text), { target, isCancelled: () => (asked += 1) > 20 })
      expect(answer).toBe('cancelled')
      expect(asked).toBeLessThan(40)
    }
  })

  it('end, however little of it is SQL', async () => {
    const quotes = await overview(`CREATE TABLE a (x int); ${'\'$x$ " /* [` '.repeat(200_000)}`)
    expect(tables(quotes)).toEqual(['a/1'])
    expect(told(quotes).length).toBeGreaterThan(0)
  })
})
