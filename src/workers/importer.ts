// From what was read to a document of its own, or to one step of the open one.
import { likenessesOf } from '../core/commands/merge/likeness'
import { Merge } from '../core/commands/merge/merge'
import { surveyOf } from '../core/commands/merge/survey'
import { dialects } from '../core/dialects'
import { retargeted } from '../core/dialects/writers'
import { write } from '../core/file'
import type { ReadSchema } from '../core/formats/format'
import type { ArrangeInput } from '../core/layout/arrange/arrange'
import { freshInput } from '../core/layout/arrange/freshInput'
import { applyEdits, diffSchemas, type Edits } from '../core/model/edit'
import { makeDiagram, makePlacement } from '../core/model/factory'
import type { DiagramId, NewId, TableId } from '../core/model/id'
import { placementsIn } from '../core/model/query'
import type { Placeable, Point } from '../core/model/records'
import { firstDiagram, inOrder, projectOf, type Kind, type Row, type Schema } from '../core/model/schema'
import type { Target } from '../core/model/target'
import { transact, type Tx } from '../core/model/transact'
import { kindOfId } from '../core/model/id'
import type { MergeSurvey, TakeWish } from './importTypes'

export interface ImporterGiven {
  readonly newId: NewId
  readonly found: ReadSchema
  /** The open document, to merge into. */
  readonly mine?: Schema
}

export type Made =
  | { readonly kind: 'document'; readonly schema: Schema; readonly text: string }
  | { readonly kind: 'edits'; readonly edits: Edits; readonly added: number }

interface Planned {
  readonly before: Schema
  /** With everything that comes in, and without places. */
  readonly schema: Schema
  readonly diagram: DiagramId
  readonly fresh: readonly Placeable[]
  readonly isNew: boolean
}

export class Importer {
  private readonly given: ImporterGiven
  private merge: Merge | undefined
  private planned: Planned | undefined

  constructor(given: ImporterGiven) {
    this.given = given
  }

  survey(renames: ReadonlyMap<TableId, TableId>): MergeSurvey {
    const { mine, found, newId } = this.given
    if (!mine) throw new Error('There is nothing to merge into')
    const { target } = projectOf(mine)
    const { schema: theirs, notices } = inWordsOf(target, found.schema)
    const speech = dialects[target.dialect]
    const plain = new Merge(mine, theirs, { newId, speech })
    this.merge = renames.size === 0 ? plain : new Merge(mine, theirs, { newId, speech, renames })
    const fromHere = new Map([...this.merge.pairing.ids].map(([from, to]) => [to, from]))
    const entries = surveyOf(this.merge).map((entry) =>
      entry.state === 'missing' ? entry : { ...entry, from: fromHere.get(entry.id) ?? entry.id },
    )
    return { entries, likenesses: likenessesOf(mine, theirs, plain.pairing), notices }
  }

  prepare(wish: TakeWish): ArrangeInput {
    const planned = wish.into === 'open' ? this.intoOpen(wish) : this.intoNew(wish)
    this.planned = planned
    return freshInput(planned.schema, planned.diagram, planned.fresh)
  }

  private intoOpen({ diagram, leftOut, removed }: TakeWish): Planned {
    const { mine } = this.given
    if (!mine || !this.merge) throw new Error('There is nothing to merge into')
    const { ids } = this.merge.pairing
    const mineLeftOut = new Set([...leftOut].map((id) => ids.get(id) ?? id))
    const schema = applyEdits(mine, this.merge.edits({ leftOut: mineLeftOut, removed }))
    const home = diagram ?? firstDiagram(schema)
    if (!home) throw new Error('A document has a diagram from its creation on')
    return { before: mine, schema, diagram: home, fresh: comeIn(mine, schema), isNew: false }
  }

  private intoNew({ name, leftOut }: TakeWish): Planned {
    const { found, newId } = this.given
    const before = found.schema
    const { edits } = transact(before, (tx) => {
      for (const id of leftOut) {
        const kind = kindOfId(id)
        // Only objects that are records of their own are offered to be left out.
        if (kind) tx.remove(kind as Kind, id as never)
      }
      tx.update('project', projectOf(before).id, (project) => ({ ...project, name }))
      // A text that says more than the document would be another one's.
      if (leftOut.size > 0) for (const source of before.source.keys()) tx.remove('source', source)
      if (before.diagram.size === 0) tx.put('diagram', makeDiagram(newId, { name: 'Main' }))
    })
    const schema = applyEdits(before, edits)
    const diagram = firstDiagram(schema)
    if (!diagram) throw new Error('A document has a diagram from its creation on')
    const placed = placementsIn(schema, diagram)
    // A colour alone is no place.
    const fresh = objectsToPlace(schema).filter((id) => !placed.has(id) || found.unplaced?.has(id))
    return { before, schema, diagram, fresh, isNew: true }
  }

  take(places: ReadonlyMap<string, Point>): Made {
    const { planned } = this
    if (!planned) throw new Error('Nothing was prepared')
    const { before, schema, diagram, fresh, isNew } = planned
    const { newId } = this.given
    const put = (tx: Tx) => {
      const known = placementsIn(schema, diagram)
      for (const object of fresh) {
        const { x, y } = places.get(object) ?? { x: 0, y: 0 }
        const before = known.get(object)
        tx.put('placement', before ? { ...before, x, y } : makePlacement(newId, { diagram, object, x, y }))
      }
    }
    const done = applyEdits(schema, transact(schema, put).edits)
    if (!isNew) return { kind: 'edits', edits: diffSchemas(before, done), added: fresh.length }
    return { kind: 'document', schema: done, text: write(done) }
  }
}

/** Types and texts as the open document's database spells them; what has no words there stays as it was written. */
function inWordsOf(target: Target, schema: Schema): Pick<ReadSchema, 'schema' | 'notices'> {
  if (projectOf(schema).target.dialect === target.dialect) return { schema, notices: [] }
  const { rows, notices } = retargeted(schema, { target, untold: 'keep' })
  const maps = new Map<Kind, Map<string, Row>>()
  for (const { kind, row } of rows) {
    const map = maps.get(kind) ?? new Map<string, Row>(schema[kind])
    maps.set(kind, map.set(row.id, row))
  }
  // Each record replaces one of its own kind.
  return { schema: { ...schema, ...(Object.fromEntries(maps) as Partial<Schema>) }, notices }
}

/** Tables and views; an enum is seen at the columns that hold it. */
const objectsToPlace = (schema: Schema): readonly Placeable[] =>
  [...inOrder(schema.table), ...inOrder(schema.view)].map(({ id }) => id)

/** What is new in a merged document. */
const comeIn = (before: Schema, after: Schema): readonly Placeable[] =>
  objectsToPlace(after).filter((id) => !before.table.has(id as never) && !before.view.has(id as never))
