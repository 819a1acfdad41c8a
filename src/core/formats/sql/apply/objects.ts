// Types, domains, sequences, views, routines, triggers, policies, extensions.
import type { CheckFacts, Said, SequenceFacts } from '../statement'
import { nameOf, shown, type Catalogue } from './catalogue'
import { columnNamed } from './column'
import { makeIndex, settleName } from './constraints'
import { spreadIndex } from './copy'
import type {
  CheckDraft,
  DomainDraft,
  IndexDraft,
  KeyDraft,
  PolicyDraft,
  SequenceDraft,
  TriggerDraft,
  UserTypeDraft,
} from './drafts'
import { indexNamed } from './dropObjects'
import { renameValue } from './rename'
import { some } from './some'
import { isThereAlready } from './table'
import { typeOf } from './types'

type Of<K extends Said['kind']> = Said & { readonly kind: K }

const objectBase = (name: { readonly schema?: string; readonly name: string }, catalogue: Catalogue) => ({
  name: name.name,
  home: catalogue.homeFor(name),
  comment: '',
  at: catalogue.at,
  turn: catalogue.nextTurn(),
})

export function createSchema(said: Of<'createSchema'>, catalogue: Catalogue): void {
  if (catalogue.isHome(said.name) || catalogue.namespaces.get(said.name)) {
    catalogue.session()
    return
  }
  catalogue.namespace(said.name)
}

/** Types share one space of names. */
function isTypeThere(
  said: { readonly name: { readonly schema?: string; readonly name: string } },
  catalogue: Catalogue,
) {
  const home = catalogue.homeFor(said.name)
  const before: UserTypeDraft | undefined =
    catalogue.inHome(catalogue.enums, home, said.name.name) ??
    catalogue.inHome(catalogue.domains, home, said.name.name) ??
    catalogue.inHome(catalogue.composites, home, said.name.name)
  if (!before) return false
  const message = `A second type ${shown(said.name)}: the first one stays.`
  catalogue.tell({ level: 'warning', code: 'duplicateType', message, about: before })
  return true
}

export function createEnum(said: Of<'createEnum'>, catalogue: Catalogue): void {
  if (isTypeThere(said, catalogue)) return
  const seen = new Set<string>()
  const values = said.values.filter((value) => !seen.has(value) && seen.add(value))
  if (values.length < said.values.length) {
    const message = `The type ${shown(said.name)} has a value twice: it stands once.`
    catalogue.tell({ level: 'warning', code: 'duplicateValue', message })
  }
  catalogue.enums.add({
    kind: 'enum',
    ...objectBase(said.name, catalogue),
    values: values.map((name) => ({ name, comment: '' })),
  })
}

function unknown(
  what: string,
  said: { readonly name: { readonly schema?: string; readonly name: string } },
  catalogue: Catalogue,
) {
  const message = `There is no ${what} ${shown(said.name)} to alter.`
  catalogue.keepAside({ level: 'loss', code: 'unknownAltered', message })
}

export function addEnumValue(said: Of<'addEnumValue'>, catalogue: Catalogue): void {
  const found = catalogue.find(catalogue.enums, said.name)
  if (!found) {
    unknown('type', said, catalogue)
    return
  }
  if (found.values.some(({ name }) => name === said.value)) {
    const message = `The type ${shown(said.name)} has the value ${said.value} already.`
    const level = said.ifNotExists ? 'info' : 'warning'
    catalogue.tell({ level, code: 'thereAlready', message, about: found })
    return
  }
  const beside = found.values.findIndex(({ name }) => name === (said.before ?? said.after))
  const at = beside < 0 ? found.values.length : said.before === undefined ? beside + 1 : beside
  found.values.splice(at, 0, { name: said.value, comment: '' })
}

export function renameEnumValue(said: Of<'renameEnumValue'>, catalogue: Catalogue): void {
  if (!renameValue(said, said.to, catalogue)) unknown('type with such a value', said, catalogue)
}

const makeCheck = (facts: CheckFacts, catalogue: Catalogue): CheckDraft => ({
  kind: 'check',
  name: facts.name,
  engineName: facts.name,
  comment: facts.comment ?? '',
  enforcement: { ...some('deferrable', facts.deferrable), ...some('state', facts.state) },
  options: facts.options ?? [],
  at: catalogue.origin(facts.at),
  expression: facts.expression.trim(),
  noInherit: facts.noInherit ?? false,
})

/** PostgreSQL calls the unnamed checks of a domain after it. */
function nameChecks(domain: DomainDraft): void {
  const taken = new Set(domain.checks.map(({ name }) => name))
  for (const check of domain.checks) {
    for (let n = 0; check.engineName === ''; n++) {
      const name = `${domain.name}_check${n === 0 ? '' : String(n)}`
      if (!taken.has(name)) check.engineName = name
      taken.add(name)
    }
  }
}

export function createDomain(said: Of<'createDomain'>, catalogue: Catalogue): void {
  if (isTypeThere(said, catalogue)) return
  const domain: DomainDraft = {
    kind: 'domain',
    ...objectBase(said.name, catalogue),
    type: typeOf(said.type, catalogue),
    nullable: said.nullable ?? true,
    default: said.default?.trim(),
    collation: said.collation ?? '',
    checks: said.checks.map((facts) => makeCheck(facts, catalogue)),
  }
  nameChecks(domain)
  catalogue.domains.add(domain)
}

export function alterDomain(said: Of<'alterDomain'>, catalogue: Catalogue): void {
  const domain = catalogue.find(catalogue.domains, said.name)
  if (!domain) {
    unknown('domain', said, catalogue)
    return
  }
  const { change } = said
  if ('set' in change) {
    if (change.set === 'default') domain.default = change.default?.trim()
    else domain.nullable = change.nullable
    return
  }
  if ('add' in change) {
    domain.checks.push(makeCheck(change.add, catalogue))
    nameChecks(domain)
    return
  }
  const name = 'drop' in change ? change.drop : 'validate' in change ? change.validate : change.rename
  const check = domain.checks.find((one) =>
    catalogue.isSame(one.name === '' ? one.engineName : one.name, name),
  )
  if (!check) {
    unknown(`constraint ${name} on the domain`, said, catalogue)
    return
  }
  if ('drop' in change) domain.checks = domain.checks.filter((other) => other !== check)
  else if ('rename' in change) check.name = change.to
  else check.enforcement = some('deferrable', check.enforcement.deferrable)
}

export function createComposite(said: Of<'createComposite'>, catalogue: Catalogue): void {
  if (isTypeThere(said, catalogue)) return
  catalogue.composites.add({
    kind: 'composite',
    ...objectBase(said.name, catalogue),
    fields: said.fields.map(({ name, type, collation }) => ({
      name,
      type: typeOf(type, catalogue),
      collation: collation ?? '',
      comment: '',
    })),
  })
}

function ownSequence(sequence: SequenceDraft, { ownedBy }: SequenceFacts, catalogue: Catalogue): void {
  if (ownedBy === undefined) return
  if (ownedBy === null) {
    sequence.ownedBy = undefined
    return
  }
  const table = catalogue.table(ownedBy.table)
  const column = table && columnNamed(table, ownedBy.column, catalogue)
  if (table && column) sequence.ownedBy = { table, column }
  else {
    const message = `The sequence ${shown(nameOf(sequence))} belongs to a column that is not there.`
    catalogue.tell({ level: 'warning', code: 'missingColumn', message, about: sequence })
  }
}

const ownFacts = ({ ownedBy: _ownedBy, ...facts }: SequenceFacts) => facts

export function createSequence(said: Of<'createSequence'>, catalogue: Catalogue): void {
  const home = catalogue.homeFor(said.name)
  const before = catalogue.inHome(catalogue.sequences, home, said.name.name)
  if (before) {
    const level = said.ifNotExists ? 'info' : 'warning'
    const message = `A second sequence ${shown(said.name)}: the first one stays.`
    catalogue.tell({ level, code: 'duplicateSequence', message, about: before })
    return
  }
  const sequence: SequenceDraft = {
    kind: 'sequence',
    ...objectBase(said.name, catalogue),
    facts: ownFacts(said.sequence),
    ownedBy: undefined,
    isImplied: false,
  }
  ownSequence(sequence, said.sequence, catalogue)
  catalogue.sequences.add(sequence)
}

export function alterSequence(said: Of<'alterSequence'>, catalogue: Catalogue): void {
  const sequence = catalogue.find(catalogue.sequences, said.name)
  if (!sequence) {
    unknown('sequence', said, catalogue)
    return
  }
  sequence.facts = { ...sequence.facts, ...ownFacts(said.sequence) }
  ownSequence(sequence, said.sequence, catalogue)
}

export function createExtension(said: Of<'createExtension'>, catalogue: Catalogue): void {
  if (catalogue.extensions.get(said.name)) {
    catalogue.session()
    return
  }
  catalogue.extensions.add({
    kind: 'extension',
    name: said.name,
    home:
      said.schema === undefined || said.schema === 'pg_catalog'
        ? undefined
        : catalogue.namespace(said.schema),
    version: said.version ?? '',
    comment: '',
    at: catalogue.at,
  })
}

export function createView(said: Of<'createView'>, catalogue: Catalogue): void {
  if (isThereAlready(said, 'view', catalogue)) return
  catalogue.views.add({
    kind: 'view',
    ...objectBase(said.name, catalogue),
    comment: said.comment ?? '',
    materialized: said.materialized,
    query: said.query.trim(),
    columns: (said.columns ?? []).map(({ name, comment, type }) => ({
      name,
      comment: comment ?? '',
      type: typeOf(type ?? '', catalogue),
    })),
    namesColumns: said.columns !== undefined && said.columns.length > 0,
    indexes: [],
    options: said.options ?? [],
  })
}

export function createRoutine(said: Of<'createRoutine'>, catalogue: Catalogue): void {
  const home = catalogue.homeFor(said.name)
  const plain = (text: string) => text.toLowerCase().replace(/\s+/g, '')
  const before = catalogue.routines
    .all(said.name.name)
    .find(
      (routine) =>
        routine.home === home &&
        routine.routine === said.routine &&
        plain(routine.signature) === plain(said.signature),
    )
  if (before && !said.orReplace) {
    const message = `A second ${said.routine} ${shown(said.name)}: the first one stays.`
    catalogue.tell({ level: 'warning', code: 'duplicateRoutine', message, about: before })
    return
  }
  if (before) catalogue.routines.delete(before)
  catalogue.routines.add({
    kind: 'routine',
    ...objectBase(said.name, catalogue),
    comment: said.comment ?? before?.comment ?? '',
    routine: said.routine,
    signature: said.signature,
    definition: said.definition.trim(),
  })
}

/** The partition's own index takes the place of the share that its parent's gave it. */
export function attachIndex(said: Of<'attachIndex'>, catalogue: Catalogue): void {
  const found = indexNamed({ name: said.partition }, catalogue)
  if (!found || found.owner.kind !== 'table') {
    unknown('index', { name: said.partition }, catalogue)
    return
  }
  const { owner, index } = found
  const shape = ({ parts }: IndexDraft) =>
    JSON.stringify(parts.map(({ on, ...rest }) => ['column' in on ? on.column.name : on.expression, rest]))
  if (index.kind === 'index') {
    owner.indexes = owner.indexes.filter(
      (other) => other === index || !other.isInherited || shape(other) !== shape(index),
    )
    return
  }
  const names = ({ parts }: KeyDraft) => parts.map(({ column }) => column.name).join()
  owner.uniques = owner.uniques.filter(
    (other) => other === index || !other.isInherited || names(other) !== names(index),
  )
}

function missingOwner(
  what: string,
  on: { readonly schema?: string; readonly name: string },
  catalogue: Catalogue,
) {
  const message = `There is no ${shown(on)} for the ${what}.`
  catalogue.keepAside({ level: 'loss', code: 'missingTable', message })
}

export function createTrigger(said: Of<'createTrigger'>, catalogue: Catalogue): void {
  const on = catalogue.relation(said.on)
  if (!on) {
    missingOwner(`trigger ${said.name.name}`, said.on, catalogue)
    return
  }
  const before = catalogue.triggers.all(said.name.name).find((trigger) => trigger.on === on)
  if (before && !said.orReplace) {
    const message = `A second trigger ${said.name.name} on ${shown(said.on)}: the first one stays.`
    catalogue.tell({ level: 'warning', code: 'duplicateTrigger', message, about: before })
    return
  }
  if (before) catalogue.triggers.delete(before)
  const trigger: TriggerDraft = {
    kind: 'trigger',
    name: said.name.name,
    on,
    definition: said.definition.trim(),
    isDisabled: false,
    comment: '',
    at: catalogue.at,
    turn: catalogue.nextTurn(),
  }
  catalogue.triggers.add(trigger)
}

export function createPolicy(said: Of<'createPolicy'>, catalogue: Catalogue): void {
  const table = catalogue.table(said.on)
  if (!table) {
    missingOwner(`policy ${said.policy.name}`, said.on, catalogue)
    return
  }
  const { policy } = said
  if (table.policies.some(({ name }) => catalogue.isSame(name, policy.name))) {
    const message = `A second policy ${policy.name} on ${shown(said.on)}: the first one stays.`
    catalogue.tell({ level: 'warning', code: 'duplicatePolicy', message, about: table })
    return
  }
  const draft: PolicyDraft = { kind: 'policy', comment: '', ...policy }
  table.policies.push(draft)
}

export function alterPolicy(said: Of<'alterPolicy'>, catalogue: Catalogue): void {
  const table = catalogue.table(said.on)
  const policy = table?.policies.find(({ name }) => catalogue.isSame(name, said.name))
  if (!policy) {
    unknown('policy', { name: { name: said.name } }, catalogue)
    return
  }
  if (said.to !== undefined) policy.name = said.to
  if (said.roles !== undefined) policy.roles = said.roles
  if (said.using !== undefined) policy.using = said.using
  if (said.check !== undefined) policy.check = said.check
}

export function createIndex(said: Of<'createIndex'>, catalogue: Catalogue): void {
  const owner = catalogue.relation(said.on)
  if (!owner) {
    missingOwner(`index ${said.index.name}`, said.on, catalogue)
    return
  }
  const taken =
    said.index.name !== '' &&
    owner.indexes.some((index) =>
      catalogue.isSame(index.name === '' ? index.engineName : index.name, said.index.name),
    )
  if (taken) {
    const level = said.ifNotExists ? 'info' : 'warning'
    const message = `A second index ${said.index.name} on ${shown(said.on)}: the first one stays.`
    catalogue.tell({ level, code: 'duplicateIndex', message, about: owner })
    return
  }
  const index = makeIndex(said.index, catalogue.at, { owner, catalogue })
  if (typeof index === 'string') {
    const message = `The index ${said.index.name} of ${shown(said.on)} is left out: there is no column ${index}.`
    catalogue.keepAside({ level: 'loss', code: 'missingColumn', message })
    return
  }
  if (owner.kind === 'view') {
    index.engineName = index.name
    owner.indexes.push(index)
    return
  }
  settleName(index, owner, catalogue)
  owner.indexes.push(index)
  spreadIndex(owner, index, catalogue)
}
