// The command line as people run it: built, in a process of its own, with real files and streams.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formats } from '../../src/core/formats'
import { dialectIds } from '../../src/core/model/target'
import { cliScript } from '../run/cliBuild.mjs'
import { fromRoot } from '../run/root.mjs'

const minute = 60_000
const folder = mkdtempSync(join(tmpdir(), 'relata-cli-'))
const shop = fromRoot('src/core/file/fixtures/v1/shop.relata')
const everything = fromRoot('src/core/file/fixtures/v1/everything.relata')

beforeAll(() => {
  execFileSync(process.execPath, [fromRoot('e2e/run/cliBuild.mjs'), '--if-stale'])
}, 2 * minute)

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const ddlFlags = [
  '--only',
  '--if-not-exists',
  '--drop-first',
  '--unqualified',
  '--foreign-keys',
  '--indexes',
  '--no-comments',
  '--transaction',
  '--per-table',
]

function relata(args: readonly string[], input: string | Buffer = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cliScript, ...args], {
    encoding: 'utf8',
    input,
    cwd: folder,
  })
  return { status, stdout, stderr }
}

describe('relata convert', () => {
  test.each(dialectIds)('writes a script for %s', (dialect) => {
    const { status, stdout } = relata(['convert', shop, '--to', dialect])
    expect(status).toBe(0)
    expect(stdout).toMatch(/CREATE TABLE .*customers/)
  })

  test('writes every format and pictures as vectors', () => {
    expect(relata(['convert', shop, '--to', 'dbml']).stdout).toContain('Table customers {')
    expect(relata(['convert', shop, '--to', 'svg']).stdout).toMatch(/^<\?xml[^]*<\/svg>\n$/)
    expect(relata(['convert', shop, '--to', 'relata']).stdout).toBe(readFileSync(shop, 'utf8'))
  })

  test('takes the version of the target from what was asked, else from the document', () => {
    const asked = relata(['convert', everything, '--to', 'postgres@14'])
    const own = relata(['convert', everything, '--to', 'postgres'])
    expect(asked.stderr).not.toBe(own.stderr)
    const unknown = relata(['convert', shop, '--to', 'mysql@5'])
    expect(unknown).toMatchObject({ status: 2, stdout: '' })
    expect(unknown.stderr).toContain('known are 8.0, 8.4, 9')
  })

  test('tells what does not carry over as "line: message", and fails for it when strict', () => {
    const lenient = relata(['convert', everything, '--to', 'sqlite'])
    const strict = relata(['convert', everything, '--to', 'sqlite', '--strict'])
    const lines = lenient.stderr.trimEnd().split('\n')
    expect(lines.length).toBeGreaterThan(5)
    for (const line of lines) expect(line).toMatch(/^\d+: \S/)
    expect(lenient.status).toBe(0)
    expect(strict).toEqual({ ...lenient, status: 1 })
  })

  test('is content with strict where nothing is lost', () => {
    expect(relata(['convert', shop, '--to', 'mysql', '--strict'])).toMatchObject({ status: 0, stderr: '' })
  })

  test('says where an unreadable file breaks, and writes nothing', () => {
    const broken = join(folder, 'broken.relata')
    writeFileSync(broken, '{"relata": 1,\n"project": }\n')
    const out = join(folder, 'never.sql')
    expect(relata(['convert', 'broken.relata', '--to', 'postgres', '-o', out])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'broken.relata:2:12: This is not a Relata file: it is not JSON\n',
    })
    expect(readdirSync(folder)).not.toContain('never.sql')
  })

  test('reads standard input and writes into a file', () => {
    const out = join(folder, 'shop.sql')
    const piped = relata(
      ['convert', '-', '--to=mysql', '--from', 'relata', '-o', 'shop.sql'],
      readFileSync(shop, 'utf8'),
    )
    expect(piped).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(readFileSync(out, 'utf8')).toBe(relata(['convert', shop, '--to', 'mysql']).stdout)
  })

  test.each<[flag: string, before: RegExp, after: RegExp]>([
    ['--if-not-exists', /CREATE TABLE(?! IF)/, /CREATE TABLE IF NOT EXISTS/],
    ['--drop-first', /CREATE TABLE/, /DROP TABLE IF EXISTS sales\.customers/],
    ['--transaction', /CREATE TABLE/, /^BEGIN;[^]*COMMIT;\n$/],
    ['--no-comments', /COMMENT ON TABLE/, /^(?![^]*COMMENT ON TABLE)[^]*CREATE TABLE/],
    ['--unqualified', /CREATE TABLE sales\.customers/, /CREATE TABLE customers/],
    [
      '--only=sales.customers',
      /TABLE sales\.orders/,
      /^(?![^]*TABLE sales\.orders)[^]*TABLE sales\.customers/,
    ],
    ['--diagram=Main', /TABLE orders_2026/, /^(?![^]*TABLE orders_2026)[^]*TABLE sales\.customers/],
  ])('a script obeys %s', (flag, before, after) => {
    const plain = relata(['convert', everything, '--to', 'postgres']).stdout
    const { status, stdout } = relata(['convert', everything, '--to', 'postgres', flag])
    expect(status).toBe(0)
    expect(plain).toMatch(before)
    expect(plain).not.toMatch(after)
    expect(stdout).toMatch(after)
  })

  test('reads SQL of the database that was said, or that it looks like, one file after the other', () => {
    const first = join(folder, '001.sql')
    const second = join(folder, '002.sql')
    const wide = join(folder, 'wide.sql')
    writeFileSync(
      first,
      'CREATE TABLE `a` (`id` int unsigned NOT NULL AUTO_INCREMENT, PRIMARY KEY (`id`)) ENGINE=InnoDB;',
    )
    writeFileSync(second, 'ALTER TABLE a ADD COLUMN b varchar(9) NOT NULL;')
    const { status, stdout } = relata(['convert', first, second, '--to', 'mysql'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/id int unsigned NOT NULL AUTO_INCREMENT[^]*b varchar\(9\) NOT NULL/i)
    writeFileSync(
      wide,
      Buffer.from('\uFEFFCREATE TABLE [dbo].[t] ([a] [int] IDENTITY(1,1) NOT NULL)\r\nGO\r\n', 'utf16le'),
    )
    expect(relata(['convert', wide, '--to', 'sqlserver', '--from', 'sql@sqlserver']).stdout).toMatch(
      /a int IDENTITY/,
    )
    expect(relata(['convert', wide, '--to', 'sqlite', '--from', 'sql@cobol'])).toMatchObject({
      status: 2,
      stdout: '',
    })
  })

  test('reads a folder as the migrations in it, in the order of their names, and UTF-16 from standard input', () => {
    const migrations = join(folder, 'migrations', 'deep')
    mkdirSync(migrations, { recursive: true })
    writeFileSync(join(migrations, '10_more.sql'), 'ALTER TABLE made ADD COLUMN third int;')
    writeFileSync(join(migrations, '9_first.sql'), 'CREATE TABLE made (first int);')
    writeFileSync(join(migrations, '9_first.down.sql'), 'DROP TABLE made;')
    writeFileSync(join(migrations, 'README.md'), 'CREATE TABLE notes (a int);')
    const { status, stdout } = relata(['convert', join(folder, 'migrations'), '--to', 'postgres'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/CREATE TABLE made \([^]*first[^]*third/)
    expect(stdout).not.toMatch(/notes/)
    const empty = join(folder, 'nothing')
    mkdirSync(empty)
    expect(relata(['convert', empty, '--to', 'postgres']).stderr).toMatch(/no schema in this folder/)
    for (const mark of ['\uFEFF', '']) {
      const wide = Buffer.from(`${mark}CREATE TABLE wide (a int);`, 'utf16le')
      const from = ['--from', 'sql@postgres']
      expect(relata(['convert', '-', '--to', 'sqlite', ...from], wide).stdout).toMatch(/CREATE TABLE wide/)
    }
  })

  test('lays out what was never drawn before it makes a picture of it', () => {
    const script = 'CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (a_id int REFERENCES a (id));'
    const { status, stdout, stderr } = relata(['convert', '-', '--to', 'svg', '--from', 'postgres'], script)
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/>a_id</)
    expect(stdout).toMatch(/<path /)
  })

  test('--foreign-keys=separate makes them when all tables are there', () => {
    const of = (...flags: readonly string[]) => relata(['convert', shop, '--to', 'postgres', ...flags]).stdout
    const inTable = /^ {2}CONSTRAINT .* FOREIGN KEY/m
    expect(of()).toMatch(inTable)
    expect(of('--foreign-keys', 'inline')).toMatch(inTable)
    expect(of('--foreign-keys=separate')).not.toMatch(inTable)
    expect(of('--foreign-keys=separate')).toMatch(/^ALTER TABLE .* FOREIGN KEY/m)
  })

  test('--indexes moves indexes into their tables where that can be', () => {
    const of = (where: string) => relata(['convert', everything, '--to', 'mysql', '--indexes', where]).stdout
    expect(of('separate')).toMatch(/^CREATE (?:UNIQUE )?INDEX/m)
    expect(of('inline')).not.toMatch(/^CREATE (?:UNIQUE )?INDEX/m)
  })

  test('--per-table writes one file for each table, in the order in which they run', () => {
    const result = relata(['convert', shop, '--to', 'sqlite', '--per-table', '-o', 'tables/sqlite'])
    expect(result).toEqual({ status: 0, stdout: '', stderr: '' })
    const files = readdirSync(join(folder, 'tables/sqlite')).sort()
    expect(files.filter((name) => /^\d+-customers\.sql$/.test(name))).toHaveLength(1)
    const text = files.map((name) => readFileSync(join(folder, 'tables/sqlite', name), 'utf8')).join('')
    expect(text.match(/^CREATE TABLE/gm)).toEqual(
      relata(['convert', shop, '--to', 'sqlite']).stdout.match(/^CREATE TABLE/gm),
    )
  })

  test('gives the same bytes every time', () => {
    const once = () => relata(['convert', everything, '--to', 'postgres'])
    expect(once()).toEqual(once())
  })

  test.each([
    [['convert'], 'needs a file'],
    [['convert', 'x.relata'], 'needs --to'],
    [['convert', 'x.relata', '--to', 'cobol'], 'cobol is not written'],
    [['convert', 'x.relata', '--to', 'dbml', '--frob'], '--frob is not an option'],
    [['convert', 'missing.relata', '--to', 'dbml'], 'there is no such file'],
    [['convert', shop, '--to', 'dbml', '--from', 'cobol'], 'cobol is not a format'],
    [['convert', shop, '--to', 'svg', '--diagram', 'None'], 'no diagram None'],
    [['convert', shop, '--to', 'postgres', '--diagram', 'None'], 'no diagram None'],
    [['convert', shop, '--to', 'postgres', '--only', 'nobody'], 'nothing called nobody'],
    [['convert', shop, '--to', 'postgres', '--only'], '--only needs a value'],
    [['convert', shop, '--to', 'postgres', '--indexes', 'maybe'], 'inline or separate, not maybe'],
    [['convert', shop, '--to', 'postgres', '--per-table'], '--per-table needs -o'],
    [['convert', shop, '--to', 'dbml', '--drop-first'], '--drop-first is for databases'],
    [['frob'], 'frob is not a command'],
    [[], 'usage:'],
  ])('refuses %j with a reason', (args, reason) => {
    const { status, stdout, stderr } = relata(args)
    expect(stderr).toContain(reason)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  })
})

test('relata --help names every option', () => {
  const { status, stdout } = relata(['--help'])
  expect(status).toBe(0)
  for (const flag of ['--to', '--from', '--strict', '--diagram', ...ddlFlags]) expect(stdout).toContain(flag)
})

describe('a running database', () => {
  const answer = {
    relataCatalogue: 1,
    dialect: 'sqlite',
    server: '3.45.1',
    database: 'shop.db',
    probe: `"\\\n'`,
    statements: [
      {
        kind: 'table',
        name: 'orders',
        sql: 'CREATE TABLE orders (region text, no integer, PRIMARY KEY (region, no))',
      },
      { kind: 'table', name: 'words', sql: 'CREATE VIRTUAL TABLE words USING fts5 (body)' },
    ],
  }

  test('is asked with the query of its kind', () => {
    expect(relata(['catalogue-query', 'mariadb']).stdout).toMatch(
      /^set statement group_concat_max_len[^]*;\n$/,
    )
    const unknown = relata(['catalogue-query', 'db2'])
    expect(unknown).toMatchObject({ status: 2, stdout: '' })
    expect(unknown.stderr).toContain('catalogue-query needs a database: postgres')
  })

  test('is read from its answer, by its look or by name', () => {
    const json = JSON.stringify(answer)
    const seen = relata(
      ['convert', '-', '--to', 'mysql'],
      `relata_catalogue\n"${json.replaceAll('"', '""')}"\n`,
    )
    expect(seen).toMatchObject({ status: 0 })
    expect(seen.stdout).toContain('PRIMARY KEY (region, no)')
    // The script in between is nothing that anybody has: its lines are not told.
    expect(seen.stderr).toMatch(/^0: .*virtual table/m)
    const cut = relata(['convert', '-', '--from', 'catalogue', '--to', 'dbml'], json.slice(0, 200))
    expect(cut.status).toBe(2)
    expect(cut.stderr).toMatch(/^-:1:201: The answer ends in the middle: .* SET LONG/)
  })
})

test('relata formats lists every format and every target', () => {
  const { status, stdout } = relata(['formats'])
  const listed = stdout.split('\n').map((line) => line.split(' ')[0])
  expect(status).toBe(0)
  expect(listed).toEqual(expect.arrayContaining([...Object.keys(formats), ...dialectIds, 'svg']))
})

test('the npm script passes output and exit code through', () => {
  const { status, stdout } = spawnSync(
    'npm',
    ['run', '-s', 'relata', '--', 'convert', shop, '--to', 'dbml'],
    {
      encoding: 'utf8',
      cwd: fromRoot(),
      shell: process.platform === 'win32',
    },
  )
  expect({ status, stdout }).toEqual({ status: 0, stdout: relata(['convert', shop, '--to', 'dbml']).stdout })
})

test(
  'packed and installed elsewhere without a network, relata runs',
  () => {
    const shell = process.platform === 'win32'
    const npm = (...args: readonly string[]) =>
      execFileSync('npm', [...args], {
        cwd: folder,
        encoding: 'utf8',
        shell,
        stdio: ['ignore', 'pipe', 'pipe'],
      })
    npm('pack', fromRoot('dist-cli'), '--pack-destination', folder)
    const [tarball] = readdirSync(folder).filter((name) => name.endsWith('.tgz'))
    expect(tarball).toBeDefined()
    writeFileSync(join(folder, 'package.json'), '{"private": true}')
    npm('install', '--offline', '--no-audit', '--no-fund', `./${tarball ?? ''}`)
    expect(npm('exec', '--offline', '--', 'relata', 'formats')).toContain('postgres')
  },
  2 * minute,
)
