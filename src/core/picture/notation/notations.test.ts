import { describe, expect, it } from 'vitest'
import { placedIn, type LookOptions } from '../../layout/geometry'
import { linesIn, type LineMeaning } from '../../layout/lines'
import { sampleSchema, type Sample } from '../../layout/samples.testing'
import { makeKey } from '../../model/factory'
import type { Notation as NotationId } from '../../model/records'
import { sceneOf } from '../draw.testing'
import { barker } from './barker'
import { chen } from './chen'
import { crowsFoot, crowsFootMarks } from './crowsFoot'
import { idef1x } from './idef1x'
import { notations } from './index'
import { minMax } from './minMax'
import { endWords, turned, type End, type Notation } from './notation'
import { uml } from './uml'

const ends = ([0, 1] as const).flatMap((min) => ([1, 'many'] as const).map((max) => ({ min, max })))

/** Orders of customers: any number of them, each of exactly one. */
const ordersOfCustomers: LineMeaning = {
  cardinality: { child: { min: 0, max: 'many' }, parent: { min: 1, max: 1 } },
  isIdentifying: false,
  isSketch: false,
}
const optional: LineMeaning = {
  ...ordersOfCustomers,
  cardinality: { child: { min: 1, max: 'many' }, parent: { min: 0, max: 1 } },
}
const identifying: LineMeaning = { ...ordersOfCustomers, isIdentifying: true }

const textAt = (notation: Notation, meaning: LineMeaning, end: End) =>
  notation
    .endMarks(meaning, end)
    .flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))
    .join()

describe('notations', () => {
  it('are known by the names that the model has for them', () => {
    for (const [id, notation] of Object.entries(notations)) expect(notation.id).toBe(id)
  })

  it('have the same words for an end', () => {
    expect(ends.map(endWords)).toEqual(['at most one', 'any number', 'exactly one', 'one or more'])
  })

  it('turn with the side of the table', () => {
    const at = (['right', 'left', 'bottom', 'top'] as const).map((side) => turned(side, 5, 2))
    expect(at).toEqual([
      [5, 2],
      [-5, -2],
      [-2, 5],
      [2, -5],
    ])
  })

  it.each<NotationId>(['crowsFoot', 'uml', 'minMax', 'barker', 'idef1x'])(
    'tell the four meanings of a line apart: %s',
    (id) => {
      const drawn = ends.map((child) => {
        const meaning = { ...ordersOfCustomers, cardinality: { child, parent: { min: 1, max: 1 } } } as const
        const say = (end: End) => [notations[id].endMarks(meaning, end), notations[id].dash(meaning, end)]
        return JSON.stringify([say('child'), say('parent')])
      })
      expect(new Set(drawn).size).toBe(4)
    },
  )
})

describe("crow's foot", () => {
  it('spreads its toes at the table and shows its ring behind them', () => {
    const [foot, ring] = crowsFootMarks({ min: 0, max: 'many' })
    if (foot?.kind !== 'stroke' || ring?.kind !== 'ring') throw new Error('a foot, then a ring')
    expect(foot.commands.map(([, x]) => x)).toEqual([0, 12, 0])
    expect(ring.x - ring.radius).toBeGreaterThanOrEqual(12)
    expect(crowsFoot.endMarks(ordersOfCustomers, 'child')).toEqual([foot, ring])
  })
})

describe('UML', () => {
  it('reads across: at orders stands how many orders a customer has', () => {
    expect(textAt(uml, ordersOfCustomers, 'child')).toBe('0..*')
    expect(textAt(uml, ordersOfCustomers, 'parent')).toBe('1')
    expect(textAt(uml, optional, 'child')).toBe('1..*')
    expect(textAt(uml, optional, 'parent')).toBe('0..1')
  })

  it('hangs what cannot be told by itself at a filled diamond of its whole', () => {
    expect(uml.endMarks(identifying, 'parent')[0]).toMatchObject({ kind: 'shape', isFilled: true })
    expect(uml.endMarks(identifying, 'child')).toHaveLength(1)
  })
})

describe('min-max', () => {
  it('stands at the table of which it speaks: a customer places any number of orders', () => {
    expect(textAt(minMax, ordersOfCustomers, 'parent')).toBe('(0,n)')
    expect(textAt(minMax, ordersOfCustomers, 'child')).toBe('(1,1)')
    expect(textAt(minMax, optional, 'parent')).toBe('(1,n)')
    expect(textAt(minMax, optional, 'child')).toBe('(0,1)')
  })
})

describe('Barker', () => {
  it('draws the half solid whose table must take part', () => {
    // Each order must be placed by a customer; a customer may place orders.
    expect(barker.dash(ordersOfCustomers, 'child')).toBeUndefined()
    expect(barker.dash(ordersOfCustomers, 'parent')).toBeDefined()
    expect(barker.dash(optional, 'child')).toBeDefined()
    expect(barker.dash(optional, 'parent')).toBeUndefined()
  })

  it('crosses the line where it is part of the identity', () => {
    expect(barker.endMarks(identifying, 'child')).toHaveLength(2)
    expect(barker.endMarks(ordersOfCustomers, 'child')).toHaveLength(1)
  })
})

describe('IDEF1X', () => {
  it('has a dot at the child, a diamond at a parent that may be missing, and dashes where nothing is identified', () => {
    expect(idef1x.endMarks(ordersOfCustomers, 'child')).toMatchObject([{ kind: 'ring', isFilled: true }])
    expect(idef1x.endMarks(ordersOfCustomers, 'parent')).toEqual([])
    expect(idef1x.endMarks(optional, 'parent')).toMatchObject([{ kind: 'shape', isFilled: false }])
    expect(idef1x.dash(ordersOfCustomers, 'child')).toBeDefined()
    expect(idef1x.dash(identifying, 'child')).toBeUndefined()
    const letters = ends.map((child) =>
      textAt(idef1x, { ...ordersOfCustomers, cardinality: { child, parent: { min: 1, max: 1 } } }, 'child'),
    )
    expect(letters).toEqual(['Z', '', '1', 'P'])
  })
})

describe('Chen', () => {
  it('counts across and doubles the line of whom must take part', () => {
    expect([textAt(chen, ordersOfCustomers, 'child'), textAt(chen, ordersOfCustomers, 'parent')]).toEqual([
      'N',
      '1',
    ])
    expect(chen.isDouble?.(ordersOfCustomers, 'child')).toBe(true)
    expect(chen.isDouble?.(ordersOfCustomers, 'parent')).toBe(false)
    const many = { child: { min: 0, max: 'many' }, parent: { min: 0, max: 'many' } } as const
    expect(textAt(chen, { ...ordersOfCustomers, cardinality: many }, 'parent')).toBe('M')
  })
})

/** Students take courses, which a junction says; a course is of one teacher, or of none yet. */
function school(): Sample {
  const sample = sampleSchema([
    { name: 'students', x: 0, y: 0, columns: [{ name: 'full_name' }] },
    {
      name: 'student_courses',
      x: 320,
      y: 0,
      columns: [
        { name: 'student_id', to: 'students' },
        { name: 'course_id', to: 'courses' },
      ],
    },
    { name: 'courses', x: 640, y: 0, columns: [{ name: 'teacher_id', nullable: true, to: 'teachers' }] },
    { name: 'teachers', x: 640, y: 240, columns: [{ name: 'email', unique: true }] },
  ])
  const table = new Map(
    Array.from(sample.schema.table.values(), (row) => {
      if (row.name !== 'student_courses') return [row.id, row] as const
      const [, ...columns] = row.columns
      const parts = columns.map(({ id }) => ({ column: id }))
      const primaryKey = makeKey(() => 'k', { parts })
      return [row.id, { ...row, columns, primaryKey }] as const
    }),
  )
  return { ...sample, schema: { ...sample.schema, table } }
}

const wordsIn = (sample: Sample, notation: NotationId): readonly string[] =>
  sceneOf(sample, { notation }).groups.flatMap(({ near }) =>
    near.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : [])),
  )

describe('a table in a notation', () => {
  const faceIn = (notation: NotationId, name: string) => {
    const { schema, diagram } = school()
    const all = [...placedIn(schema, diagram, { notation }).values()]
    const face = all.find(({ face: { header } }) => header.name === name)?.face
    if (!face) throw new Error(`${name} is not placed`)
    return face
  }

  it('IDEF1X: the key above a line, round corners where it depends on others, roles behind the names', () => {
    const junction = faceIn('idef1x', 'student_courses')
    expect(junction.corner).toBeGreaterThan(0)
    expect(junction.rows.map(({ tag }) => tag)).toEqual(['(FK)', '(FK)'])
    const teachers = faceIn('idef1x', 'teachers')
    expect(teachers.corner).toBe(0)
    const [key, email] = teachers.rows
    expect([key?.name, email?.tag]).toEqual(['id', '(AK)'])
    expect(teachers.dividerY).toBeGreaterThan((key?.y ?? 0) + 24)
    expect(teachers.dividerY).toBeLessThan(email?.y ?? 0)
    expect(teachers.height).toBe(faceIn('crowsFoot', 'teachers').height + 8)
  })

  it('UML: a stereotype, visibility, and the type with its facts behind the name, none of it cut', () => {
    const { header, rows } = faceIn('uml', 'courses')
    expect(header.stereotype?.text).toBe('«table»')
    expect(rows.map(({ lead, tag }) => `${lead}${tag}`)).toEqual(['+: bigint {PK}', '+: text [0..1] {FK}'])
    expect(wordsIn(school(), 'uml')).toContain(': text {unique}')
  })

  it('Barker: # tells one from another, * must be there, o may be', () => {
    expect(faceIn('barker', 'courses').rows.map(({ lead }) => lead)).toEqual(['#', 'o'])
    expect(faceIn('barker', 'students').rows.map(({ lead }) => lead)).toEqual(['#', '*'])
  })

  it('Chen: ovals on a comb, foreign keys left to their relationships, weak things doubled', () => {
    const courses = faceIn('chen', 'courses')
    expect(courses.rows.map(({ name, oval }) => [name, oval !== undefined])).toEqual([['id', true]])
    expect(courses.bodyHeight).toBeLessThan(courses.height)
    expect(faceIn('chen', 'student_courses').isDouble).toBe(true)
    expect(courses.isDouble).toBe(false)
  })

  it('is as high as its rows in every notation, with every row on the grid of half rows', () => {
    for (const notation of ['crowsFoot', 'idef1x', 'uml', 'barker', 'minMax', 'chen'] as const) {
      const { rows, height } = faceIn(notation, 'students')
      for (const { y } of rows) expect((y + 12) % 8).toBe(0)
      expect(height % 8).toBe(0)
    }
  })
})

describe('a conceptual picture', () => {
  const look: LookOptions = { level: 'conceptual' }

  it('shows a junction as the many-to-many relationship that it stands for, in plain words', () => {
    const { schema, diagram } = school()
    const placed = placedIn(schema, diagram, look)
    expect(Array.from(placed.values(), ({ face }) => face.header.name)).toEqual([
      'Students',
      'Courses',
      'Teachers',
    ])
    expect(Array.from(placed.values(), ({ face }) => face.rows.length)).toEqual([0, 0, 0])
    const lines = [...linesIn(schema, { ...look, diagram, placed }).values()]
    const bridge = lines.find(({ junction }) => junction !== undefined)
    expect(lines).toHaveLength(2)
    expect(bridge?.label).toBe('Student courses')
    expect(bridge?.meaning.cardinality).toEqual({
      child: { min: 0, max: 'many' },
      parent: { min: 0, max: 'many' },
    })
    const name = (id: string | undefined) => [...schema.table.values()].find((row) => row.id === id)?.name
    expect([name(bridge?.from.object), name(bridge?.to.object)]).toEqual(['students', 'courses'])
  })

  it('keeps a junction whose ends are not both there', () => {
    const { schema, diagram } = school()
    const courses = [...schema.table.values()].find(({ name }) => name === 'courses')
    const placement = new Map([...schema.placement].filter(([, { object }]) => object !== courses?.id))
    const placed = placedIn({ ...schema, placement }, diagram, look)
    expect(Array.from(placed.values(), ({ face }) => face.header.name)).toContain('Student courses')
  })
})
