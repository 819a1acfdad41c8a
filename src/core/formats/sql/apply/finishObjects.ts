// Everything beside tables and relations, as records.
import {
  makeComposite,
  makeDomain,
  makeEnum,
  makeEnumValue,
  makeExtension,
  makeField,
  makeGrant,
  makeNamespace,
  makeRole,
  makeRoutine,
  makeSample,
  makeSequence,
  makeTrigger,
  makeVerbatim,
  makeView,
  makeViewColumn,
} from '../../../model/factory'
import type {
  Composite,
  Domain,
  Enum,
  Extension,
  Grant,
  Namespace,
  Role,
  Routine,
  Sample,
  Sequence,
  Trigger,
  Verbatim,
  View,
} from '../../../model/records'
import { sqlText } from '../../../model/sqlText'
import type {
  AnchorDraft,
  CompositeDraft,
  DomainDraft,
  EnumDraft,
  ExtensionDraft,
  GrantDraft,
  NamespaceDraft,
  RoleDraft,
  RoutineDraft,
  SequenceDraft,
  TableDraft,
  TriggerDraft,
  VerbatimDraft,
  ViewDraft,
} from './drafts'
import { finishCheck, finishIndex, finishType, inTurn, type Finish } from './finishTable'
import { some } from './some'

type Unordered<T> = Omit<T, 'order'>

const homeOf = ({ home }: { readonly home: NamespaceDraft | undefined }, { ids }: Finish) =>
  some('namespace', home && ids.of('namespace', home))

export const finishNamespace = (draft: NamespaceDraft, { ids }: Finish): Unordered<Namespace> => ({
  ...makeNamespace(() => '', { name: draft.name, comment: draft.comment }),
  id: ids.of('namespace', draft),
})

export const finishExtension = (draft: ExtensionDraft, finish: Finish): Unordered<Extension> => ({
  ...makeExtension(() => '', { name: draft.name, version: draft.version, comment: draft.comment }),
  ...homeOf(draft, finish),
  id: finish.ids.of('extension', draft),
})

export const finishRole = (draft: RoleDraft, { ids, catalogue }: Finish): Unordered<Role> => ({
  ...makeRole(() => '', {
    name: draft.name,
    attributes: draft.attributes,
    memberOf: draft.memberOf.map((role) => ids.of('role', role)),
    dialect: catalogue.dialect.id,
    comment: draft.comment,
  }),
  id: ids.of('role', draft),
})

export function finishEnum(draft: EnumDraft, finish: Finish): Unordered<Enum> {
  const { ids } = finish
  const values = draft.values.map((value) => ({
    ...makeEnumValue(() => '', value),
    id: ids.of('enumValue', value),
  }))
  const made = makeEnum(() => '', { name: draft.name, comment: draft.comment, values: inTurn(values) })
  return { ...made, ...homeOf(draft, finish), id: ids.of('enum', draft) }
}

export function finishDomain(draft: DomainDraft, finish: Finish): Unordered<Domain> {
  const { ids } = finish
  const checks = draft.checks.map((check) => {
    // The first unnamed check is called after its domain, now and when it is written.
    const isUsual = check.name === '' && check.engineName === `${draft.name}_check`
    return finishCheck(check, isUsual ? '' : check.name === '' ? check.engineName : check.name, finish)
  })
  const made = makeDomain(() => '', {
    name: draft.name,
    comment: draft.comment,
    type: finishType(draft.type, finish),
    nullable: draft.nullable,
    ...some('default', draft.default === undefined ? undefined : sqlText(draft.default)),
    collation: draft.collation,
    checks: inTurn(checks),
  })
  return { ...made, ...homeOf(draft, finish), id: ids.of('domain', draft) }
}

export function finishComposite(draft: CompositeDraft, finish: Finish): Unordered<Composite> {
  const { ids } = finish
  const fields = draft.fields.map((field) => ({
    ...makeField(() => '', {
      name: field.name,
      type: finishType(field.type, finish),
      collation: field.collation,
      comment: field.comment,
    }),
    id: ids.of('field', field),
  }))
  const made = makeComposite(() => '', { name: draft.name, comment: draft.comment, fields: inTurn(fields) })
  return { ...made, ...homeOf(draft, finish), id: ids.of('composite', draft) }
}

export function finishSequence(draft: SequenceDraft, finish: Finish): Unordered<Sequence> {
  const { ids, catalogue } = finish
  const { facts, ownedBy } = draft
  const number = (value: string | null | undefined) => value ?? undefined
  const made = makeSequence(() => '', {
    name: draft.name,
    comment: draft.comment,
    ...some('type', facts.type === undefined ? undefined : catalogue.dialect.types.parse(facts.type)),
    ...some('start', number(facts.start)),
    ...some('step', number(facts.step)),
    ...some('min', number(facts.min)),
    ...some('max', number(facts.max)),
    ...some('cache', number(facts.cache)),
    ...(facts.cycle && { cycle: true }),
    ...(ownedBy && {
      ownedBy: { table: ids.of('table', ownedBy.table), column: ids.of('column', ownedBy.column) },
    }),
    options: facts.options ?? [],
  })
  return { ...made, ...homeOf(draft, finish), id: ids.of('sequence', draft) }
}

export function finishView(draft: ViewDraft, finish: Finish): Unordered<View> {
  const { ids, catalogue } = finish
  const columns = draft.columns.map((column) => ({
    ...makeViewColumn(() => '', {
      name: column.name,
      comment: column.comment,
      type: finishType(column.type, finish),
    }),
    id: ids.of('column', column),
  }))
  const made = makeView(() => '', {
    name: draft.name,
    comment: draft.comment,
    materialized: draft.materialized,
    query: sqlText(draft.query),
    dialect: catalogue.dialect.id,
    columns: inTurn(columns),
    ...(draft.namesColumns && { namesColumns: true }),
    indexes: inTurn(draft.indexes.map((index) => finishIndex(index, index.name, finish))),
    options: draft.options,
  })
  return { ...made, ...homeOf(draft, finish), id: ids.of('view', draft) }
}

export function finishRoutine(draft: RoutineDraft, finish: Finish): Unordered<Routine> {
  const made = makeRoutine(() => '', {
    name: draft.name,
    comment: draft.comment,
    routine: draft.routine,
    signature: draft.signature,
    definition: sqlText(draft.definition),
    dialect: finish.catalogue.dialect.id,
  })
  return { ...made, ...homeOf(draft, finish), id: finish.ids.of('routine', draft) }
}

export function finishTrigger(draft: TriggerDraft, { ids, catalogue }: Finish): Unordered<Trigger> {
  const { on } = draft
  const made = makeTrigger(() => '', {
    name: draft.name,
    on: on.kind === 'table' ? ids.of('table', on) : ids.of('view', on),
    definition: sqlText(draft.definition),
    dialect: catalogue.dialect.id,
    ...(draft.isDisabled && { disabled: true }),
    comment: draft.comment,
  })
  return { ...made, id: ids.of('trigger', draft) }
}

export function finishGrant(draft: GrantDraft, { ids, catalogue }: Finish): Unordered<Grant> {
  const role = catalogue.roles.get(draft.to)
  const made = makeGrant(() => '', {
    privileges: draft.privileges,
    on: ids.of(draft.on.kind, draft.on),
    columns: draft.columns.map((column) => ids.of('column', column)),
    to: role ? { role: ids.of('role', role) } : { name: draft.to },
    ...(draft.withGrantOption && { withGrantOption: true }),
    dialect: catalogue.dialect.id,
  })
  return { ...made, id: ids.of('grant', draft) }
}

export const finishSamples = (table: TableDraft, { ids }: Finish): readonly Unordered<Sample>[] =>
  table.samples.map((sample) => ({
    ...makeSample(() => '', {
      table: ids.of('table', table),
      columns: sample.columns.map((column) => ids.of('column', column)),
      rows: sample.rows,
    }),
    id: ids.of('sample', sample),
  }))

/** Behind the last of those that stood before it and are still there. */
function anchorOf(draft: VerbatimDraft, anchors: readonly AnchorDraft[]): AnchorDraft | undefined {
  let [low, high] = [0, anchors.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((anchors[middle]?.turn ?? 0) <= draft.turn) low = middle + 1
    else high = middle
  }
  return anchors[low - 1]
}

export function finishVerbatim(
  draft: VerbatimDraft,
  anchors: readonly AnchorDraft[],
  { ids, catalogue }: Finish,
): Unordered<Verbatim> {
  const anchor = anchorOf(draft, anchors)
  const made = makeVerbatim(() => '', {
    dialect: catalogue.dialect.id,
    text: sqlText(draft.text),
    ...some('after', anchor && ids.of(anchor.kind, anchor)),
    comment: draft.comment,
  })
  return { ...made, id: ids.of('verbatim', draft) }
}
