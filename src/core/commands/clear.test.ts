import { expect, it } from 'vitest'
import { kinds, projectOf } from '../model/schema'
import { createNote } from './annotation'
import { clearDocument } from './clear'
import { connect } from './connect'
import { createDiagram } from './diagram'
import { createEnum } from './objects'
import { Desk } from './testing/bench'
import { aTable } from './testing/tables'

it('takes everything but the document and the diagram in view, and refuses when there is nothing', () => {
  const desk = new Desk()
  const users = aTable(desk, 'users', 'id*')
  const orders = aTable(desk, 'orders', 'id* user_id')
  desk.do((cx) => connect(cx, { from: { table: orders.table }, to: { table: users.table } }))
  desk.do((cx) => createEnum(cx, { name: 'state' }))
  desk.do((cx) => createNote(cx, { x: 0, y: 0, width: 200, height: 100 }))
  desk.do((cx) => createDiagram(cx))
  const project = projectOf(desk.schema)
  desk.do(clearDocument)
  expect(projectOf(desk.schema)).toBe(project)
  const left = kinds.filter((kind) => desk.schema[kind].size > 0)
  expect(left).toEqual(['project', 'diagram'])
  expect(desk.schema.diagram.size).toBe(1)
  expect(desk.refused(clearDocument).message).toBe('There is nothing in this document.')
})
