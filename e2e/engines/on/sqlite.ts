// SQLite in WebAssembly: each session is a database in memory.
import sqlite3InitModule, { type Database, type Sqlite3Static } from '@sqlite.org/sqlite-wasm'
import type { Engine, Row, Session } from '../engine'
import { offsetOfByte, type Complaint } from '../locate'
import { once } from '../once'
import { readSqlite } from '../readers/sqlite'
import { runScript } from '../runScript'

const load = (): Promise<Sqlite3Static> => once('relata.sqlite', () => sqlite3InitModule())

export const sqlite: Engine = {
  id: 'sqlite',
  family: 'sqlite',
  version: async () => (await load()).version.libVersion,
  fresh,
}

async function fresh(): Promise<Session> {
  const api = await load()
  const db = new api.oo1.DB(':memory:')
  const query = (sql: string): readonly Row[] => db.selectObjects(sql)
  return {
    run: (sql, options) => {
      const execute = async (statement: string): Promise<Complaint | null> =>
        executeSqlite(api, db, statement)
      return runScript({ family: 'sqlite', execute }, sql, options)
    },
    query: async (sql) => query(sql),
    catalogue: async () => readSqlite(query),
    close: async () => db.close(),
  }
}

function executeSqlite(api: Sqlite3Static, db: Database, statement: string): Complaint | null {
  try {
    db.exec(statement)
    return null
  } catch (error) {
    if (!(error instanceof api.SQLite3Error)) throw error
    const byte = db.pointer === undefined ? -1 : api.capi.sqlite3_error_offset(db.pointer)
    const at = byte < 0 ? undefined : offsetOfByte(statement, byte)
    return {
      message: error.message.replace(/^SQLITE_\w+: sqlite3 result code \d+: /, ''),
      code: String(error.resultCode),
      at,
    }
  }
}
