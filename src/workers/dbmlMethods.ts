// One DBML text beside one model, for as long as the worker lives: what the text says, what of it the model has already,
// and what becomes of the one when the other changes.
import { applyText } from '../core/commands/dbmlText'
import { alignReading } from '../core/formats/dbml/align'
import { patchText, type TextChange } from '../core/formats/dbml/patch'
import { readDbmlTexts } from '../core/formats/dbml/read'
import { placeAt, type DbmlReading } from '../core/formats/dbml/reading'
import { writeDbml } from '../core/formats/dbml/write'
import { dialects } from '../core/dialects'
import type { Edits } from '../core/model/edit'
import type { DiagramId, NewId } from '../core/model/id'
import { partLists, projectOf, type AnyId, type Kind, type Row, type Schema } from '../core/model/schema'
import { transact } from '../core/model/transact'
import type { DbmlApi, DbmlPlaces, DbmlQuestion, DbmlRead, DbmlThing } from './dbmlTypes'
import { HeldModel, type Answered, type ModelMessage } from './heldModel'
import { HeldText, type MapOffset } from './heldText'

const unknown = { kind: 'unknownModel' } as const

/** A screen shows no more of them, and each costs the page something. */
const mostProblems = 500

const hasErrors = ({ problems }: DbmlReading): boolean =>
  problems.some(({ severity }) => severity === 'error')

/** What only the model has is taken for said: where the text is broken nobody can tell that it is not. */
function withMissing(said: Schema, all: Schema): Schema {
  const maps = Object.keys(partLists).map((kind) => {
    const [ours, theirs]: readonly ReadonlyMap<string, Row>[] = [said[kind as Kind], all[kind as Kind]]
    return [kind, new Map([...(theirs ?? []), ...(ours ?? [])])]
  })
  // Kind by kind from two schemas.
  return Object.fromEntries(maps) as Schema
}

class Session {
  private readonly newId: NewId
  private readonly model = new HeldModel()
  private readonly text = new HeldText()
  private reading: DbmlReading | undefined
  /** What of the text is in the model. */
  private said: Schema | undefined
  private offered: Schema | undefined
  private owners: ReadonlyMap<string, AnyId> | undefined

  constructor(newId: NewId) {
    this.newId = newId
  }

  readonly generate = (message: ModelMessage): Answered<string> => {
    const schema = this.model.take(message)
    return schema ? { kind: 'answer', value: writeDbml(schema).text } : unknown
  }

  readonly read = (question: DbmlQuestion): Answered<DbmlRead> => {
    const { how, isTaken, diagram } = question
    const schema = this.model.take(question.model)
    const taken = this.text.take(question.text)
    if (!schema || !taken) return unknown
    if (isTaken) this.said = this.offered
    const reading = this.aligned(taken.text, schema, taken.map)
    this.owners = undefined
    this.reading = reading
    const problems = reading.problems.slice(0, mostProblems)
    if (how === 'typed') {
      const edits = this.editsFor(schema, diagram)
      return { kind: 'answer', value: { problems, edits, missing: [] } }
    }
    this.said = reading.schema
    const missing = how === 'opened' ? this.opened(reading, schema) : []
    return { kind: 'answer', value: { problems, edits: [], missing } }
  }

  private aligned(text: string, schema: Schema, map: MapOffset | undefined): DbmlReading {
    // A text that does not name the project leaves it its name.
    const { target, name } = projectOf(schema)
    const fresh = readDbmlTexts([{ name: `${name}.dbml`, text }], { newId: this.newId, target })
    const before = this.reading
    return alignReading(fresh, schema, ...(map && before ? [{ reading: before, map }] : []))
  }

  private opened(reading: DbmlReading, schema: Schema): readonly TextChange[] {
    if (!hasErrors(reading)) return patchText(reading, schema)
    this.said = withMissing(reading.schema, schema)
    this.reading = { ...reading, schema: this.said }
    return []
  }

  private editsFor(schema: Schema, diagram: DiagramId): Edits {
    const { reading } = this
    if (!reading) return []
    const before = this.said ?? this.aligned(writeDbml(schema).text, schema, undefined).schema
    this.said = before
    this.offered = reading.schema
    const dialect = dialects[projectOf(schema).target.dialect]
    return transact(schema, (tx) => {
      applyText({ tx, newId: this.newId, dialect, diagram }, { before, now: reading.schema })
    }).edits
  }

  readonly patch = (message: ModelMessage): Answered<readonly TextChange[]> => {
    const schema = this.model.take(message)
    if (!schema || !this.reading) return unknown
    return { kind: 'answer', value: patchText(this.reading, schema) }
  }

  private ownerOf(part: string): AnyId | undefined {
    this.owners ??= ownersIn(this.reading?.schema)
    return this.owners.get(part)
  }

  readonly at = ({ version, offset }: DbmlApi['at']['input']): DbmlThing | undefined => {
    const { reading } = this
    if (!reading || this.text.version !== version) return undefined
    const id = placeAt(reading, offset)
    if (id === undefined) return undefined
    const owner = this.ownerOf(id)
    const isHere = ({ from, to }: { readonly from: number; readonly to: number }) =>
      from <= offset && offset <= to
    const declared = reading.places.get(id)?.name
    const name =
      declared && isHere(declared) ? declared : reading.uses.find((use) => use.id === id && isHere(use))
    const span = name && { name: { from: name.from, to: name.to } }
    // A record of the reading, or a part of one.
    return owner === undefined ? { id: id as AnyId, ...span } : { id: owner, part: id, ...span }
  }

  readonly places = ({ version, id }: DbmlApi['places']['input']): DbmlPlaces | undefined => {
    const { reading } = this
    const place = reading?.places.get(id)
    if (!reading || !place || this.text.version !== version) return undefined
    const uses = reading.uses.filter((use) => use.id === id).map(({ from, to }) => ({ from, to }))
    return { whole: { from: place.from, to: place.to }, uses, ...(place.name && { name: place.name }) }
  }
}

function ownersIn(schema: Schema | undefined): ReadonlyMap<string, AnyId> {
  const owners = new Map<string, AnyId>()
  for (const kind of ['table', 'enum', 'partial'] as const) {
    for (const row of schema?.[kind].values() ?? []) {
      for (const list of partLists[kind]) {
        // Every list named there is a list of parts.
        const parts = Reflect.get(row, list) as readonly { readonly id: string }[]
        for (const part of parts) owners.set(part.id, row.id)
      }
      if ('primaryKey' in row) owners.set(row.primaryKey.id, row.id)
    }
  }
  return owners
}

export function dbmlMethods(newId: NewId) {
  const { generate, read, patch, at, places } = new Session(newId)
  return { generate, read, patch, at, places }
}
