// Which dialect a script is written in: words and marks that only some of them have, weighed. It looks at the
// beginning and at samples of the rest, so that ten megabytes cost no more than a page.
import type { DialectId } from '../../model/target'

export interface DialectGuess {
  readonly dialect: DialectId | 'snowflake'
  /** How much speaks for it; only to be compared with the others. */
  readonly score: number
  /** What was seen, for people: "written by mysqldump". */
  readonly reasons: readonly string[]
}

type Found = readonly [dialect: DialectGuess['dialect'], weight: number]

interface Sign {
  readonly seen: RegExp
  readonly reason: string
  readonly speaks: readonly Found[]
}

const sign = (reason: string, seen: RegExp, ...speaks: readonly Found[]): Sign => ({ reason, seen, speaks })

const both = (weight: number): readonly Found[] => [
  ['mysql', weight],
  ['mariadb', weight - 0.5],
]

/** Who wrote it: the words that programs put on top. */
const authors: readonly Sign[] = [
  sign('written by pg_dump', /-- PostgreSQL database (?:cluster )?dump|^\\(?:un)?restrict /m, [
    'postgres',
    40,
  ]),
  sign('written by mysqldump', /^-- MySQL dump /m, ['mysql', 40]),
  sign('written by mariadb-dump', /^-- MariaDB dump |\/\*M?!999999/m, ['mariadb', 44]),
  sign('written by phpMyAdmin', /^-- phpMyAdmin SQL Dump/m, ...both(30)),
  sign('its server is MariaDB', /^-- (?:Server [Vv]ersion|Server-Version)[: \t]+[^\n]{0,40}MariaDB/m, [
    'mariadb',
    20,
  ]),
  sign('written by MySQL Workbench', /MySQL Workbench (?:Forward|Synchronization)/, ['mysql', 40]),
  sign(
    'written by HeidiSQL, Navicat or Adminer for MySQL',
    /Source Server Type *: MySQL|-- Adminer [^\n]{1,20} MySQL|-- HeidiSQL/,
    ...both(20),
  ),
  sign('written for MariaDB', /Source Server Type *: MariaDB|-- Adminer [^\n]{1,20} MariaDB/, [
    'mariadb',
    24,
  ]),
  sign('written by SQL Server Management Studio', /\/\*{6} Object: /, ['sqlserver', 40]),
  sign('written by SQLite', /^PRAGMA foreign_keys ?= ?OFF;\s{1,4}BEGIN TRANSACTION;/m, ['sqlite', 40]),
  sign('written by Oracle', /-- DDL for (?:Table|Index|Sequence) |^SET DEFINE OFF/m, ['oracle', 30]),
]

/** Marks of a language: each counts as often as it is seen, up to a few times. */
const marks: readonly Sign[] = [
  // PostgreSQL
  sign('serial columns', /\b(?:big|small)?serial\b(?! *default)/gi, ['postgres', 3], ['redshift', -2]),
  sign(
    'types of PostgreSQL',
    /\b(?:jsonb|timestamptz|timestamp with(?:out)? time zone|bytea|tsvector|citext|int[248]range|inet|uuid\[\]|text\[\])/gi,
    ['postgres', 2.5],
    ['redshift', 0.5],
  ),
  sign('casts with ::', /['\w)]::[a-z"]/gi, ['postgres', 2.5], ['redshift', 1.5], ['snowflake', 1]),
  sign('dollar quotes', /\bAS \$[A-Za-z_]*\$|\bDO \$[A-Za-z_]*\$/g, ['postgres', 3], ['snowflake', 1]),
  sign('PL/pgSQL', /\blanguage '?plpgsql/gi, ['postgres', 4], ['redshift', 1]),
  sign(
    'CREATE EXTENSION, DOMAIN or TYPE … AS ENUM',
    /^\s{0,8}CREATE (?:EXTENSION|DOMAIN|TYPE [\w."]{1,130} AS ENUM)\b/gim,
    ['postgres', 5],
  ),
  sign('ALTER TABLE ONLY', /^\s{0,8}ALTER TABLE ONLY /gim, ['postgres', 4]),
  sign('index methods of PostgreSQL', /\bUSING (?:gin|gist|brin|spgist)\b/gi, ['postgres', 4]),
  sign('COPY … FROM stdin', /^COPY [^\n]{1,2000} FROM stdin/gim, ['postgres', 6]),
  sign('policies and ownership', /\b(?:ENABLE ROW LEVEL SECURITY|CREATE POLICY|OWNER TO )/gi, [
    'postgres',
    3,
  ]),
  sign('search_path', /\bsearch_path\b/gi, ['postgres', 3], ['redshift', 1]),
  // Redshift
  sign('distribution and sort keys', /\b(?:DISTKEY|SORTKEY|DISTSTYLE)\b/gi, ['redshift', 8]),
  sign('column encodings', /\bENCODE (?:az64|lzo|zstd|raw|bytedict|delta|runlength|text255)/gi, [
    'redshift',
    6,
  ]),
  // MySQL and MariaDB
  sign('names in backticks', /`[\w$ -]{1,64}`/g, ...both(2.2), ['sqlite', 0.9]),
  sign('ENGINE=', /\)\s{0,3}ENGINE *= *\w/gi, ...both(5)),
  sign('AUTO_INCREMENT', /\bAUTO_INCREMENT\b/gi, ...both(4)),
  sign(
    'UNSIGNED numbers',
    /\b(?:int|integer|bigint|smallint|tinyint|mediumint)(?: ?\(\d+\))? unsigned\b/gi,
    ...both(3),
  ),
  sign('version comments', /\/\*!\d{5}/g, ...both(4)),
  sign('DELIMITER', /^\s{0,4}DELIMITER \S/gim, ...both(5)),
  sign('keys inside tables', /^\s{0,8}(?:UNIQUE )?KEY [`\w]{1,66} ?\(/gim, ...both(3)),
  sign('charsets', /\b(?:utf8mb[34]\w{0,30}|CHARACTER SET|DEFAULT CHARSET)\b/gi, ...both(2)),
  sign(
    'types of MySQL',
    /\b(?:mediumtext|longtext|tinytext|mediumblob|longblob|mediumint|enum ?\(|tinyint\()/gi,
    ...both(2),
  ),
  sign('comments of MySQL', /\bCOMMENT '[^'\n]{0,200}'/g, ...both(1.5), ['snowflake', 0.7]),
  sign('ON UPDATE CURRENT_TIMESTAMP', /\bON UPDATE (?:CURRENT_TIMESTAMP|now)/gi, ...both(4)),
  sign(
    'only MariaDB has it',
    /\b(?:WITH SYSTEM VERSIONING|current_timestamp\(\) ON UPDATE current_timestamp\(\)|ENGINE=Aria|uca1400_\w+)|DEFAULT (?:uuid|curdate)\(\)/gi,
    ['mariadb', 4],
  ),
  sign(
    'CREATE OR REPLACE TABLE',
    /^\s{0,8}CREATE OR REPLACE (?:TRANSIENT )?TABLE\b/gim,
    ['snowflake', 4],
    ['mariadb', 3],
  ),
  sign(
    'only MySQL 8 has it',
    /utf8mb4_0900_\w+|\/\*!800\d\d|DEFAULT_GENERATED/g,
    ['mysql', 4],
    ['mariadb', -2],
  ),
  // SQLite
  sign('AUTOINCREMENT', /\bAUTOINCREMENT\b/gi, ['sqlite', 8], ['snowflake', 1]),
  sign('WITHOUT ROWID, STRICT', /\)\s{0,3}(?:WITHOUT ROWID|STRICT)\s{0,3}[;,]/gi, ['sqlite', 8]),
  sign('PRAGMA', /^\s{0,8}PRAGMA /gim, ['sqlite', 8]),
  sign('virtual tables', /^\s{0,8}CREATE VIRTUAL TABLE/gim, ['sqlite', 8]),
  sign('sqlite_ tables', /\bsqlite_(?:sequence|master|schema|stat1)\b/gi, ['sqlite', 8]),
  sign('INTEGER PRIMARY KEY', /\binteger (?:not null )?primary key\b/gi, ['sqlite', 2], ['postgres', 0.3]),
  sign('shell commands of SQLite', /^\.(?:open|mode|read|schema|headers?|import)\b/gim, ['sqlite', 8]),
  sign(
    'triggers of SQLite',
    /^\s{0,8}CREATE (?:TEMP(?:ORARY)? )?TRIGGER [^;]{1,400}\bBEGIN\s{1,20}(?:SELECT|UPDATE|INSERT|DELETE)/gim,
    ['sqlite', 1.5],
    ['mysql', 0.5],
  ),
  // SQL Server
  sign('GO between batches', /^[ \t]{0,8}GO[ \t]*;?\r?$/gim, ['sqlserver', 6]),
  sign('names in brackets', /\[[A-Za-z_][\w ]{0,127}\]/g, ['sqlserver', 2], ['sqlite', 0.7]),
  sign(
    'IDENTITY(1,1)',
    /\bIDENTITY ?\( ?\d+ ?, ?\d+ ?\)/gi,
    ['sqlserver', 5],
    ['redshift', 2],
    ['snowflake', 2],
  ),
  sign(
    'types of SQL Server',
    /\b(?:nvarchar\(max\)|varchar\(max\)|uniqueidentifier|datetime2|datetimeoffset|smalldatetime|hierarchyid)\b/gi,
    ['sqlserver', 5],
  ),
  sign('nvarchar', /\bnvarchar\b/gi, ['sqlserver', 1.5], ['sqlite', 0.5]),
  sign('clustered keys', /\b(?:NON)?CLUSTERED\b/g, ['sqlserver', 4]),
  sign('the schema dbo', /\[?\bdbo\b\]?\./gi, ['sqlserver', 3]),
  sign('procedures of SQL Server', /\bsp_\w{4,40}|\bGETDATE\(\)|\bNEWID\(\)|\bOBJECT_ID\(/gi, [
    'sqlserver',
    3,
  ]),
  // Oracle
  sign(
    'VARCHAR2, NUMBER',
    /\b(?:n?varchar2|number ?\(\d+(?: ?, ?-?\d+)?\)|clob)/gi,
    ['oracle', 3],
    ['snowflake', 0.5],
  ),
  sign('SYSDATE, SYSTIMESTAMP', /\b(?:SYSDATE|SYSTIMESTAMP)\b/gi, ['oracle', 3]),
  sign('storage of Oracle', /\b(?:PCTFREE|TABLESPACE "?USERS|STORAGE ?\(INITIAL|NOCOMPRESS LOGGING)/gi, [
    'oracle',
    5,
  ]),
  sign('a slash on a line of its own', /^\/\r?$/gm, ['oracle', 4]),
  sign(
    'PL/SQL',
    /\bCREATE OR REPLACE (?:EDITIONABLE )?(?:PACKAGE|TRIGGER [\w."]{1,130}\s{1,4}(?:BEFORE|AFTER))|:new\.|:old\./gi,
    ['oracle', 3],
  ),
  sign('ENABLE, USING INDEX', /\b(?:USING INDEX|NOVALIDATE|NOT NULL ENABLE|ENABLE;)/g, ['oracle', 2]),
  sign('lines for SQL*Plus', /^(?:PROMPT|REM|SPOOL|WHENEVER SQLERROR)\b/gim, ['oracle', 5]),
  // Snowflake
  sign('types of Snowflake', /\b(?:VARIANT|TIMESTAMP_(?:NTZ|LTZ|TZ)|NUMBER\(38 ?, ?0\))\b/gi, [
    'snowflake',
    5,
  ]),
  sign(
    'objects of Snowflake',
    /\b(?:CREATE (?:OR REPLACE )?(?:TRANSIENT TABLE|WAREHOUSE|STAGE|FILE FORMAT|PIPE|STREAM)|CLUSTER BY \()/gi,
    ['snowflake', 6],
  ),
]

/** What the first comment or the file's name calls the database. */
const named: readonly (readonly [word: RegExp, dialect: DialectGuess['dialect']])[] = [
  [/postgre|\bpsql\b|\bpg(?:sql)?\b/i, 'postgres'],
  [/mariadb/i, 'mariadb'],
  [/my_?sql/i, 'mysql'],
  [/sqlite/i, 'sqlite'],
  [/sql ?server|ms_?sql|t-?sql|\bmicrosoft sql\b/i, 'sqlserver'],
  [/oracle|pl\/?sql/i, 'oracle'],
  [/redshift/i, 'redshift'],
  [/snowflake/i, 'snowflake'],
]

/** The comments that open the text. */
function opening(text: string): string {
  const found = /^(?:\s{1,200}|--[^\n]{0,400}\n|\/\*(?!!)[^*]{0,1500}\*{1,80}\/)+/.exec(text.slice(0, 3000))
  return found?.[0] ?? ''
}

/** How often a sign may count: one table is not told from a thousand by it. */
const enough = 6
const piece = 48_000

/** The beginning, the end and some of what lies between. */
function samplesOf(text: string): readonly string[] {
  if (text.length <= piece * 4) return [text]
  const step = Math.floor((text.length - piece) / 3)
  return [0, 1, 2, 3].map((i) => text.slice(i * step, i * step + piece))
}

function countOf(seen: RegExp, samples: readonly string[]): number {
  let count = 0
  for (const sample of samples) {
    if (!seen.global) count += seen.test(sample) ? enough : 0
    else {
      for (const _found of sample.matchAll(seen)) if (++count >= enough) return enough
    }
    if (count >= enough) return enough
  }
  return count
}

const shared: ReadonlySet<string> = new Set(['names in brackets', 'nvarchar'])

type Scores = Map<DialectGuess['dialect'], { score: number; reasons: string[] }>

function speak(
  scores: Scores,
  { dialect, score, reason }: { dialect: DialectGuess['dialect']; score: number; reason?: string },
): void {
  const known = scores.get(dialect) ?? { score: 0, reasons: [] }
  known.score += score
  if (reason !== undefined) known.reasons.push(reason)
  scores.set(dialect, known)
}

/** Dialects with what speaks for them, the likeliest first; empty when nothing tells. */
export function detectDialect(text: string, fileName = ''): readonly DialectGuess[] {
  const samples = samplesOf(text)
  const scores: Scores = new Map()
  for (const { seen, reason, speaks } of [...authors, ...marks]) {
    const count = countOf(seen, samples)
    if (count === 0) continue
    // The first sight says most; more of the same only confirms it.
    const times = seen.global ? 1 + Math.log2(count) / 2 : 1
    for (const [dialect, weight] of speaks) {
      speak(scores, { dialect, score: weight * times, ...(weight >= 1 ? { reason } : {}) })
    }
  }
  const heads = [
    [opening(text), 9, 'named in its first comment'],
    [fileName, 4, 'named in the file’s name'],
  ] as const
  for (const [head, weight, reason] of heads) {
    const said = named.filter(([word]) => word.test(head))
    // A text that names several databases says nothing of its own.
    const [only] = said
    if (only && said.length === 1) speak(scores, { dialect: only[1], score: weight, reason })
  }
  // SQLite takes brackets and NVARCHAR too; of SQL Server one sees more.
  const server = scores.get('sqlserver')
  if (server && server.reasons.every((reason) => shared.has(reason))) {
    speak(scores, { dialect: 'sqlite', score: server.score / 2, reason: server.reasons[0] ?? '' })
    server.score /= 2.5
  }
  return [...scores]
    .filter(([, { score }]) => score > 0)
    .map(([dialect, { score, reasons }]) => ({ dialect, score: Math.round(score * 10) / 10, reasons }))
    .sort((a, b) => b.score - a.score)
}
