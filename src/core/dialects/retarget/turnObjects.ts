// Types of everything that is no table.
import type { Composite, Domain, Sequence, View } from '../../model/records'
import type { ColumnType } from '../../model/type'
import type { Turn } from './turn'
import { turnConditions } from './turnTable'

function all<T>(list: readonly T[], change: (item: T) => T): readonly T[] {
  const next = list.map(change)
  return next.every((item, i) => item === list[i]) ? list : next
}

const retyped = <T extends { readonly type: ColumnType }>(row: T, type: ColumnType): T =>
  type === row.type ? row : { ...row, type }

export function turnDomain(domain: Domain, turn: Turn): Domain {
  const at = { about: domain.id, place: domain.name }
  let next = retyped(domain, turn.type(domain.type, at))
  if (turn.isOwn) return next
  if (next.collation !== '') next = { ...next, collation: '' }
  if (next.default) {
    const saying = { what: 'default', place: domain.name, type: domain.type }
    const { default: before, ...rest } = next
    const said = turn.said(before, saying, { about: domain.id })
    if (said !== before) next = said ? { ...rest, default: said } : rest
  }
  const checks = next.checks.flatMap((check) => {
    const saying = { what: 'check', place: domain.name, isCondition: true }
    const expression = turn.said(check.expression, saying, { about: domain.id, part: check.id })
    if (expression === undefined) return []
    return [expression === check.expression ? check : { ...check, expression }]
  })
  const areSame = checks.length === next.checks.length && checks.every((one, i) => one === next.checks[i])
  return areSame ? next : { ...next, checks }
}

export function turnComposite(composite: Composite, turn: Turn): Composite {
  const fields = all(composite.fields, (field) => {
    const place = `${composite.name}.${field.name}`
    const next = retyped(field, turn.type(field.type, { about: composite.id, part: field.id, place }))
    return turn.isOwn || next.collation === '' ? next : { ...next, collation: '' }
  })
  return fields === composite.fields ? composite : { ...composite, fields }
}

export function turnSequence(sequence: Sequence, turn: Turn): Sequence {
  if (!sequence.type) return sequence
  const type = turn.type(sequence.type, { about: sequence.id, place: sequence.name })
  return type === sequence.type ? sequence : { ...sequence, type }
}

/** The query of a view knows which database it was written for; its writer says it in the words of any other. */
export function turnView(view: View, turn: Turn): View {
  const columns = all(view.columns, (column) => {
    const place = `${view.name}.${column.name}`
    return retyped(column, turn.type(column.type, { about: view.id, part: column.id, place }))
  })
  return turnConditions('view', columns === view.columns ? view : { ...view, columns }, turn)
}
