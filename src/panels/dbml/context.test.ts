import { describe, expect, it } from 'vitest'
import { elementStart, wantedAfter } from './context'

/** The cursor is the bar. */
function wanted(text: string) {
  const offset = text.indexOf('|')
  return wantedAfter(text.slice(elementStart(text, offset), offset))
}

const table = 'Table a {\n  id int\n}\n\n'

describe('what may stand at a place', () => {
  it('an element where nothing is open', () => {
    expect(wanted('|')).toEqual({ kind: 'element' })
    expect(wanted(`${table}Ta|`)).toEqual({ kind: 'element' })
    expect(wanted(`${table}Table b|`)).toEqual({ kind: 'nothing' })
  })

  it('a line of a table, then its type', () => {
    expect(wanted('Table users as U {\n  |')).toEqual({ kind: 'line', body: 'table', owner: 'users' })
    expect(wanted('Table s.users {\n  id int\n  na|')).toEqual({
      kind: 'line',
      body: 'table',
      owner: 'users',
    })
    expect(wanted('Table users {\n  id |')).toEqual({ kind: 'type' })
    expect(wanted('Table users {\n  id va|')).toEqual({ kind: 'type' })
    expect(wanted('Table users {\n  id int |')).toEqual({ kind: 'nothing' })
  })

  it('settings in brackets, over several lines too, and their values', () => {
    expect(wanted('Table users {\n  id int [|')).toEqual({ kind: 'setting', of: 'table' })
    expect(wanted('Table users {\n  id int [\n    pk,\n    un|')).toEqual({ kind: 'setting', of: 'table' })
    expect(wanted('Table users [|')).toEqual({ kind: 'setting', of: 'table itself' })
    expect(wanted('Table users {\n  state job [default: |')).toMatchObject({
      kind: 'value',
      setting: 'default',
      column: ['state', 'job'],
    })
    expect(wanted('Ref: a.id > b.id [delete: c|')).toMatchObject({
      kind: 'value',
      of: 'ref itself',
      setting: 'delete',
    })
    expect(wanted('Table t {\n  a int\n  indexes {\n    a [type: |')).toMatchObject({
      of: 'indexes',
      setting: 'type',
    })
  })

  it('tables and their columns at the ends of relations', () => {
    expect(wanted('Table t {\n  a int [ref: > |')).toEqual({ kind: 'path', path: [], owner: 't' })
    expect(wanted('Table t {\n  a int [pk, ref: > users.|')).toEqual({
      kind: 'path',
      path: ['users'],
      owner: 't',
    })
    expect(wanted(`${table}Ref: users.id|`)).toMatchObject({ path: ['users'] })
    expect(wanted(`${table}Ref: users.id > s."my table".i|`)).toMatchObject({ path: ['s', 'my table'] })
    expect(wanted(`${table}Ref name {\n  us|`)).toMatchObject({ kind: 'path', path: [] })
    expect(wanted('TableGroup g {\n  |')).toMatchObject({ kind: 'path', path: [] })
    expect(wanted('Ref: users.(|')).toEqual({ kind: 'column', owner: 'users' })
  })

  it('columns in an index', () => {
    expect(wanted('Table users {\n  id int\n  indexes {\n    |')).toEqual({ kind: 'column', owner: 'users' })
    expect(wanted('Table users {\n  id int\n  indexes {\n    (id, |')).toEqual({
      kind: 'column',
      owner: 'users',
    })
  })

  it('nothing within texts and comments', () => {
    expect(wanted("Table users [note: 'about |")).toEqual({ kind: 'nothing' })
    expect(wanted('Table users {\n  // id |')).toEqual({ kind: 'nothing' })
    expect(wanted("Table users {\n  Note: '''\n  some |")).toEqual({ kind: 'nothing' })
  })
})
