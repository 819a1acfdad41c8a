// MySQL 8 and 9, MariaDB 10.6 to 11, Aurora MySQL: mysqldump, phpMyAdmin, Workbench and hands.
import { dialects } from '../../../dialects'
import type { DialectId } from '../../../model/target'
import type { CreateTable, Said } from '../statement'
import { alterTable } from './grammar/alter'
import { insert } from './grammar/data'
import { byKind, createIndex, createTrigger, nothing } from './grammar/objects'
import { alterItems, mysqlActions, takeOptions, withStart } from './mysql/alter'
import { mysqlClauses, mysqlTypeHeads, mysqlTypeTail, unfoldType } from './mysql/column'
import {
  alterDatabase,
  createDatabase,
  databasesOf,
  dropDatabase,
  use,
  withHabits,
  withoutHome,
  type Habits,
} from './mysql/database'
import { indexTail, keyTail, mysqlElements } from './mysql/key'
import { grant, mysqlAlters, mysqlDrops, mysqlObjects, mysqlTable, rename } from './mysql/objects'
import { tableTail } from './mysql/options'
import { asJson } from './mysql/json'
import { readerOf } from './read'
import { namingOf, type CreateReader, type Grammar, type StatementReader, type Tongue } from './tongue'
import { plainTraits, type Traits } from './traits'

const traitsOf = (dialect: DialectId): Traits => ({
  ...plainTraits,
  lexis: dialects[dialect].lexis,
  digitsFirst: true,
  dashNeedsSpace: true,
  versionComments: dialect === 'mariadb' ? 'mariadb' : 'mysql',
  delimiterLines: true,
  bodyKinds: new Set(['TRIGGER', 'PROCEDURE', 'FUNCTION', 'EVENT']),
  // The client's own: \. file, \! command, source file
  clientLine: /(?:\\|source[ \t]+[\w./~-])[^\r\n]*/iy,
})

/** Statements that leave no trace in a schema. */
const idle =
  `SET LOCK UNLOCK START BEGIN COMMIT ROLLBACK SAVEPOINT RELEASE FLUSH ANALYZE OPTIMIZE CHECK REPAIR SELECT
  UPDATE DELETE TRUNCATE CALL DO SHOW EXPLAIN DESCRIBE DESC HELP KILL RESET PURGE CHANGE STOP LOAD HANDLER DEALLOCATE
  WITH TABLE VALUES XA INSTALL UNINSTALL DELIMITER CACHE BINLOG`.split(/\s+/)

/** What a string will say when it runs is not to be known here. */
const dynamic: StatementReader = (c, ctx) => {
  const what = c.word()
  ctx.tell({
    level: 'warning',
    code: 'dynamicSql',
    message: 'A statement that is put together while the script runs is not read.',
    remedy: 'If it changes the schema, write it out.',
    at: ctx.piece.at,
  })
  c.at = c.end
  return { kind: 'nothing', what }
}

const carried =
  (habits: Habits): CreateReader =>
  (c, head, ctx) => {
    const made = mysqlTable(c, head, ctx)
    if (made === undefined) return undefined
    const all: readonly Said[] = 'kind' in made ? [made] : made
    return all.map((said) =>
      said.kind === 'createTable' ? asJson(withHabits(said satisfies CreateTable, habits, ctx), ctx) : said,
    )
  }

const mysqlAlterTable: CreateReader = (c, head, ctx) => {
  const said = alterTable(c, head, ctx)
  if (!said || !('kind' in said) || said.kind !== 'alterTable') return said
  return { ...said, actions: withStart(said.actions) }
}

function grammarOf(home: string | undefined): Grammar {
  const habits: Habits = {}
  return {
    statements: new Map<string, StatementReader>([
      ...idle.map((word) => [word, nothing(word)] as const),
      ['CREATE', byKind('creates')],
      ['ALTER', byKind('alters')],
      ['DROP', byKind('drops')],
      ['RENAME', rename],
      ['INSERT', insert],
      ['REPLACE', insert],
      ['USE', use(home)],
      ['GRANT', grant],
      ['REVOKE', grant],
      ['PREPARE', dynamic],
      ['EXECUTE', dynamic],
    ]),
    creates: new Map<string, CreateReader>([
      ...mysqlObjects,
      ['TABLE', carried(habits)],
      ['INDEX', createIndex],
      ['TRIGGER', createTrigger],
      ['DATABASE', createDatabase(home, habits)],
      ['SCHEMA', createDatabase(home, habits)],
    ]),
    alters: new Map<string, CreateReader>([
      ...mysqlAlters,
      ['TABLE', mysqlAlterTable],
      ['DATABASE', alterDatabase(habits)],
      ['SCHEMA', alterDatabase(habits)],
    ]),
    drops: new Map([...mysqlDrops, ['DATABASE', dropDatabase(home)], ['SCHEMA', dropDatabase(home)]]),
    columnClauses: mysqlClauses,
    elements: mysqlElements,
    alterActions: mysqlActions,
    alterOther: takeOptions,
    alterItems,
    constraintTails: new Map(),
    typeTail: mysqlTypeTail,
    typeHeads: mysqlTypeHeads,
    keyTail,
    tableTail,
    indexTail,
    prefixLengths: true,
    unfoldType,
  }
}

function tongueOf(dialect: DialectId, text: string): Tongue {
  const databases = databasesOf(text)
  const home = databases.size === 1 ? [...databases][0] : undefined
  return {
    dialect,
    traits: traitsOf(dialect),
    naming: namingOf(dialect, withoutHome(home)),
    grammar: grammarOf(home),
  }
}

export const readMysql = readerOf(({ dialect }, text) => tongueOf(dialect, text))
