// From the catalogue to a document: records with ids and orders, texts whose names are resolved, notices with places.
import type { NewId } from '../../../model/id'
import { newSchema } from '../../../model/factory'
import type { Relation } from '../../../model/records'
import { resolveSchema } from '../../../model/resolve'
import type { AnyId, Schema } from '../../../model/schema'
import type { Target } from '../../../model/target'
import type { ReadNotice, ReadSchema } from '../../format'
import type { Catalogue } from './catalogue'
import type { Origin, SequenceDraft, TableDraft } from './drafts'
import {
  finishComposite,
  finishDomain,
  finishEnum,
  finishExtension,
  finishGrant,
  finishNamespace,
  finishRole,
  finishRoutine,
  finishSamples,
  finishSequence,
  finishTrigger,
  finishVerbatim,
  finishView,
} from './finishObjects'
import { addForeignKeyIndexes } from './foreignKeyIndex'
import { finishRelation } from './finishRelations'
import { finishTable, inTurn, type Finish } from './finishTable'
import { Ids } from './ids'
import type { NameMap } from './nameMap'
import type { NoticeDraft } from './notices'
import { isFolded } from './sequences'

export interface FinishOptions {
  readonly newId: NewId
  readonly target: Target
  /** What the document is called. */
  readonly name: string
}

interface Turned {
  readonly name: string
  readonly turn?: number
  readonly at: Origin
}

const inOrder = <T extends Turned>(map: NameMap<T>): readonly T[] =>
  [...map.values()].sort((a, b) =>
    a.turn !== undefined && b.turn !== undefined
      ? a.turn - b.turn
      : a.at.source - b.at.source || a.at.from - b.at.from,
  )

/** A map of records by id; the place of each is remembered. */
class Records {
  readonly origins = new Map<AnyId, Origin>()

  of<D extends { readonly at: Origin }, R extends { readonly id: AnyId }>(
    drafts: readonly D[],
    finish: (draft: D) => R | undefined,
  ): ReadonlyMap<R['id'], R & { readonly order: string }> {
    const rows: R[] = []
    for (const draft of drafts) {
      const row = finish(draft)
      if (!row) continue
      this.origins.set(row.id, draft.at)
      rows.push(row)
    }
    return new Map(inTurn(rows).map((row) => [row.id, row]))
  }
}

/** Sequences that are no part of a column, and the counting columns' own where something speaks of them. */
function sequencesOf(catalogue: Catalogue): readonly SequenceDraft[] {
  return inOrder(catalogue.sequences).filter((sequence) => !isFolded(sequence, catalogue))
}

function foreignKeysOf(tables: readonly TableDraft[]) {
  return tables.flatMap(({ foreignKeys }) => foreignKeys)
}

function finishAll(finish: Finish, base: Schema): { readonly schema: Schema; readonly records: Records } {
  const { catalogue } = finish
  const records = new Records()
  const tables = inOrder(catalogue.tables)
  // Foreign keys first: those that are left out become comments, which stand among the kept texts.
  const relation: ReadonlyMap<Relation['id'], Relation> = records.of(foreignKeysOf(tables), (key) =>
    finishRelation(key, finish),
  )
  const anchors = catalogue
    .anchors()
    .filter((anchor) => anchor.kind !== 'sequence' || !isFolded(anchor, catalogue))
    .sort((a, b) => a.turn - b.turn)
  const samples = tables.flatMap((table) =>
    finishSamples(table, finish).map((sample) => ({ sample, at: table.at })),
  )
  const schema: Schema = {
    ...base,
    namespace: records.of(inOrder(catalogue.namespaces), (draft) => finishNamespace(draft, finish)),
    extension: records.of(inOrder(catalogue.extensions), (draft) => finishExtension(draft, finish)),
    role: records.of(inOrder(catalogue.roles), (draft) => finishRole(draft, finish)),
    enum: records.of(inOrder(catalogue.enums), (draft) => finishEnum(draft, finish)),
    domain: records.of(inOrder(catalogue.domains), (draft) => finishDomain(draft, finish)),
    composite: records.of(inOrder(catalogue.composites), (draft) => finishComposite(draft, finish)),
    sequence: records.of(sequencesOf(catalogue), (draft) => finishSequence(draft, finish)),
    table: records.of(tables, (draft) => finishTable(draft, finish)),
    relation,
    view: records.of(inOrder(catalogue.views), (draft) => finishView(draft, finish)),
    routine: records.of(inOrder(catalogue.routines), (draft) => finishRoutine(draft, finish)),
    trigger: records.of(inOrder(catalogue.triggers), (draft) => finishTrigger(draft, finish)),
    grant: records.of(catalogue.grants, (draft) => finishGrant(draft, finish)),
    sample: records.of(samples, ({ sample }) => sample),
    verbatim: records.of(catalogue.verbatims, (draft) => finishVerbatim(draft, anchors, finish)),
  }
  return { schema, records }
}

const many = (count: number, word: string): string =>
  `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`

/** One notice for all rows, one for all that says nothing of a schema. */
function summaries({ counts, firstRows, firstSession }: Catalogue): readonly NoticeDraft[] {
  const out: NoticeDraft[] = []
  if (firstRows && counts.rows > 0) {
    const kept =
      counts.rowsKept > 0 ? `${many(counts.rowsKept, 'row')} of them kept as samples` : 'left aside'
    const message = `${many(counts.rows, 'row')} of data for ${many(counts.tablesWithRows.size, 'table')}: ${kept}.`
    out.push({ level: 'info', code: 'dataRows', message, at: firstRows })
  }
  if (firstSession && counts.session > 0) {
    const message = `${many(counts.session, 'statement')} that say nothing of the schema (SET, BEGIN, OWNER TO…).`
    out.push({ level: 'info', code: 'sessionStatements', message, at: firstSession })
  }
  return out
}

const placed = ({ at, about, part, ...notice }: NoticeDraft, ids: Ids): ReadNotice => {
  const aboutId = about && ids.get(about)
  const partId = part && ids.get(part)
  return {
    ...notice,
    // Ids were given out by kind, and a notice speaks of records.
    ...(aboutId !== undefined && { about: aboutId as AnyId }),
    ...(partId !== undefined && { part: partId }),
    source: at.source,
    from: at.from,
    to: at.to,
  }
}

/** The document; its notices have places in characters, to be told in lines by who knows the texts. */
export function finish(catalogue: Catalogue, options: FinishOptions): ReadSchema {
  const ids = new Ids(options.newId)
  addForeignKeyIndexes(catalogue)
  const base = newSchema(options.newId, options.name, options.target)
  const { schema, records } = finishAll({ catalogue, ids, types: new Map() }, base)
  const notices = [...catalogue.notices, ...summaries(catalogue)].sort(
    (a, b) => a.at.source - b.at.source || a.at.from - b.at.from,
  )
  return {
    schema: resolveSchema(schema, catalogue.dialect),
    notices: notices.map((notice) => placed(notice, ids)),
    origins: records.origins,
  }
}
