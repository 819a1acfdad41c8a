// Roles, and who may do what.
import type { Said, Subject } from '../statement'
import { shown, type Catalogue } from './catalogue'
import { columnNamed } from './column'
import type { AnyColumnDraft, GrantableDraft, RoleDraft } from './drafts'
import { removeWhere, routineOf } from './drop'

type Grant = Said & { readonly kind: 'grant' }

function grantable(subject: Subject, catalogue: Catalogue): GrantableDraft | undefined {
  switch (subject.kind) {
    case 'table':
    case 'view':
      return catalogue.relation(subject.name) ?? catalogue.find(catalogue.sequences, subject.name)
    case 'schema':
      return catalogue.namespaces.get(subject.name.name)
    case 'sequence':
      return catalogue.find(catalogue.sequences, subject.name)
    case 'enum':
    case 'domain':
    case 'composite':
    case 'type':
      return catalogue.userType(subject.name)
    case 'routine':
      return routineOf({ ...subject, kind: 'routine' }, catalogue)
    default:
      return undefined
  }
}

interface Share {
  readonly privileges: readonly string[]
  readonly columns: readonly AnyColumnDraft[]
}

/** Privileges over the same columns belong together; undefined when a column is not there. */
function shares(said: Grant, on: GrantableDraft, catalogue: Catalogue): readonly Share[] | undefined {
  const whole = said.privileges.filter(({ columns }) => !columns || columns.length === 0)
  const out: Share[] = []
  if (whole.length > 0) out.push({ privileges: whole.map(({ name }) => name), columns: [] })
  for (const { name, columns: names } of said.privileges) {
    if (!names || names.length === 0) continue
    if (on.kind !== 'table' && on.kind !== 'view') return undefined
    const found = names.map((column) => columnNamed<AnyColumnDraft>(on, column, catalogue))
    if (found.some((column) => column === undefined)) return undefined
    out.push({ privileges: [name], columns: found.filter((column) => column !== undefined) })
  }
  return out
}

const isAll = (privilege: string): boolean => /^all\b/i.test(privilege)

/** True when there was such a grant. */
function revoke(said: Grant, on: GrantableDraft, catalogue: Catalogue): boolean {
  const gone = said.privileges.map(({ name }) => name.toUpperCase())
  let isFound = false
  for (const grant of catalogue.grants) {
    if (grant.on !== on || !said.to.some((role) => catalogue.isSame(role, grant.to))) continue
    isFound = true
    grant.privileges = gone.some(isAll)
      ? []
      : grant.privileges.filter((privilege) => !gone.includes(privilege.toUpperCase()))
  }
  removeWhere(catalogue.grants, ({ privileges }) => privileges.length === 0)
  return isFound
}

function keep(catalogue: Catalogue, message: string): void {
  catalogue.keep(catalogue.textAt(catalogue.at), { level: 'info', code: 'keptAsText', message })
}

export function grant(said: Grant, catalogue: Catalogue): void {
  const found = said.on.map((subject) => grantable(subject, catalogue))
  const lost = said.on.find((_subject, i) => found[i] === undefined)
  const verb = said.isRevoked ? 'A REVOKE' : 'A GRANT'
  if (lost) {
    keep(catalogue, `${verb} on ${lost.kind} ${shown(lost.name)} is kept as text.`)
    return
  }
  const objects = found.filter((object) => object !== undefined)
  if (said.isRevoked) {
    const revoked = objects.map((on) => revoke(said, on, catalogue))
    if (!revoked.some((isDone) => isDone))
      keep(catalogue, 'A REVOKE of what nothing granted is kept as text.')
    return
  }
  const split = objects.map((on) => shares(said, on, catalogue))
  if (split.includes(undefined)) {
    keep(catalogue, 'A GRANT on columns that are not there is kept as text.')
    return
  }
  for (const [i, on] of objects.entries())
    for (const share of split[i] ?? [])
      for (const to of said.to)
        catalogue.grants.push({
          ...share,
          on,
          to,
          withGrantOption: said.withGrantOption ?? false,
          at: catalogue.at,
        })
}

export function createRole(said: Said & { readonly kind: 'createRole' }, catalogue: Catalogue): void {
  if (catalogue.roles.get(said.name)) {
    const message = `A second role ${said.name}: the first one stays.`
    catalogue.tell({ level: 'warning', code: 'duplicateRole', message })
    return
  }
  catalogue.roles.add({
    kind: 'role',
    name: said.name,
    attributes: said.attributes,
    memberOf: [],
    comment: '',
    at: catalogue.at,
  })
}

export function alterRole(said: Said & { readonly kind: 'alterRole' }, catalogue: Catalogue): void {
  const role = catalogue.roles.get(said.name)
  if (!role) {
    keep(catalogue, `The role ${said.name} is not made here: what alters it is kept as text.`)
    return
  }
  const opposite = (word: string) => (word.startsWith('NO') ? word.slice(2) : `NO${word}`)
  const changed = said.attributes.map((word) => word.toUpperCase())
  const kept = role.attributes.filter((word) => {
    const upper = word.toUpperCase()
    return !changed.includes(upper) && !changed.includes(opposite(upper))
  })
  role.attributes = [...kept, ...said.attributes]
}

export function grantRole(said: Said & { readonly kind: 'grantRole' }, catalogue: Catalogue): void {
  const roles = said.roles.map((name) => catalogue.roles.get(name))
  const members = said.to.map((name) => catalogue.roles.get(name))
  if (roles.includes(undefined) || members.includes(undefined)) {
    keep(catalogue, 'A role is granted that is not made here: it is kept as text.')
    return
  }
  const isRole = (role: RoleDraft | undefined): role is RoleDraft => role !== undefined
  for (const member of members.filter(isRole)) {
    const rest = member.memberOf.filter((role) => !roles.includes(role))
    member.memberOf = said.isRevoked ? rest : [...rest, ...roles.filter(isRole)]
  }
}
