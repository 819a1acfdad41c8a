import { describe, expect, it } from 'vitest'
import { dialects } from '../dialects'
import { defaultDdlOptions } from '../dialects/options'
import { ddlWriters } from '../dialects/writers'
import { overlaps, type Box } from '../layout/box'
import { placedIn } from '../layout/geometry'
import { cardinalityOf } from '../model/cardinality'
import { faultsOf } from '../model/testing/integrity'
import { firstDiagram, type Schema } from '../model/schema'
import { dialectIds } from '../model/target'
import { templates } from '.'
import { allTemplates, built, newestOf } from './testing/built'

const boxesOf = (schema: Schema): readonly (Box & { readonly name: string })[] => {
  const diagram = firstDiagram(schema)
  if (!diagram) return []
  const placed = [...placedIn(schema, diagram).values()]
  return [
    ...placed.map(({ box, face }) => ({ ...box, name: face.header.fullName })),
    ...[...schema.note.values()].map((note) => ({ ...note, name: note.name })),
  ]
}

const pairs = <T>(all: readonly T[]): readonly (readonly [T, T])[] =>
  all.flatMap((a, i) => all.slice(i + 1).map((b) => [a, b] as const))

const isInside = (box: Box, frame: Box): boolean =>
  box.x >= frame.x &&
  box.y >= frame.y &&
  box.x + box.width <= frame.x + frame.width &&
  box.y + box.height <= frame.y + frame.height

/** What some databases cannot have at all: comments on views, keys that are more than a word to the planner. */
const honest: ReadonlySet<string> = new Set(['objectComments', 'informationalKeys'])

it('the gallery tells the truth of every template', () => {
  expect(templates.length).toBeGreaterThanOrEqual(10)
  expect(templates.map(({ id, title, tables }) => ({ id, title, tables }))).toEqual(
    allTemplates.map(({ id, title, tables }) => ({ id, title, tables: tables.length })),
  )
})

describe.each(allTemplates)('$title', (template) => {
  it('has 8 to 25 tables, each told in a sentence, each in an area', () => {
    const schema = built(template, 'postgres')
    expect(schema.table.size).toBeGreaterThanOrEqual(8)
    expect(schema.table.size).toBeLessThanOrEqual(25)
    for (const table of schema.table.values()) {
      expect(table.comment, table.name).not.toBe('')
      expect(table.group, table.name).toBeDefined()
      expect(table.primaryKey, table.name).toBeDefined()
    }
    expect(schema.placement.size).toBe(schema.table.size + schema.view.size)
    expect(schema.view.size).toBeGreaterThan(0)
    expect(schema.note.size).toBeGreaterThan(0)
  })

  it('reads every relation aloud in both directions', () => {
    for (const { verbs } of built(template, 'postgres').relation.values()) {
      expect(verbs.childToParent).not.toBe('')
      expect(verbs.parentToChild).not.toBe('')
    }
  })

  it('has names that no database must quote', () => {
    const schema = built(template, 'postgres')
    const names = [...schema.table.values(), ...schema.view.values()].flatMap(({ name, columns }) => [
      name,
      ...columns.map((column) => column.name),
    ])
    for (const id of dialectIds)
      expect(names.filter((name) => dialects[id].names.spell(name) !== name)).toEqual([])
  })

  describe.each(dialectIds)('for %s', (id) => {
    const schema = built(template, id)

    it('is whole', () => {
      expect(faultsOf(schema)).toEqual([])
    })

    it('is written without a loss', () => {
      const target = { dialect: id, version: newestOf(id) }
      const { notices } = ddlWriters[id](schema, target, defaultDdlOptions)
      const unexpected = notices.filter(({ code }) => !honest.has(code))
      expect(unexpected.map(({ code, message }) => `${code}: ${message}`)).toEqual([])
    })

    it('has types that its database knows, the same at both ends of a relation', () => {
      for (const { name, columns } of schema.table.values())
        for (const { name: column, type } of columns)
          if (type.raw !== 'super') expect(type.base, `${name}.${column} ${type.raw}`).not.toBe('other')
      for (const relation of schema.relation.values()) {
        if (relation.kind !== 'foreignKey') continue
        const [child, parent] = [
          schema.table.get(relation.child.table),
          schema.table.get(relation.parent.table),
        ]
        relation.child.columns.forEach((column, i) => {
          const [own, other] = [
            child?.columns.find((one) => one.id === column),
            parent?.columns.find((one) => one.id === relation.parent.columns[i]),
          ]
          expect(own?.type.raw.toLowerCase(), `${child?.name ?? ''}.${own?.name ?? ''}`).toBe(
            other?.type.raw.toLowerCase(),
          )
        })
        expect(cardinalityOf(schema, relation).parent.max).toBe(1)
      }
    })

    it('is laid out with nothing on top of anything else, each area around its own tables', () => {
      const boxes = boxesOf(schema)
      expect(pairs(boxes).filter(([a, b]) => overlaps(a, b))).toEqual([])
      const areas = [...schema.area.values()]
      expect(pairs(areas).filter(([a, b]) => overlaps(a, b))).toEqual([])
      const diagram = firstDiagram(schema)
      if (!diagram) return
      for (const { placement, box } of placedIn(schema, diagram).values()) {
        const table = [...schema.table.values()].find((one) => one.id === placement.object)
        const area = areas.find(({ group }) => group === table?.group)
        if (table) expect(area && isInside(box, area), table.name).toBe(true)
      }
    })
  })
})
