// COMMENT ON anything.
import type { Said, Subject } from '../statement'
import { shown, type Catalogue } from './catalogue'
import { columnNamed } from './column'
import { partNamed, routineOf } from './drop'
import { indexNamed, triggerNamed } from './dropObjects'

interface Commented {
  comment: string
}

function member(
  subject: Subject & { readonly kind: 'column' | 'constraint' | 'enumValue' },
  catalogue: Catalogue,
): Commented | undefined {
  if (subject.kind === 'enumValue')
    return catalogue.find(catalogue.enums, subject.name)?.values.find(({ name }) => name === subject.value)
  if (subject.kind === 'constraint') {
    const table = catalogue.table(subject.on)
    if (table) return partNamed(table, { name: subject.name.name }, catalogue)
    const domain = catalogue.find(catalogue.domains, subject.on)
    return domain?.checks.find(({ name }) => catalogue.isSame(name, subject.name.name))
  }
  const owner = catalogue.relation(subject.name)
  if (owner?.kind === 'view') {
    const known = columnNamed(owner, subject.column, catalogue)
    if (known) return known
    const made = { name: subject.column, comment: '', type: { raw: '' } }
    owner.columns.push(made)
    return made
  }
  if (owner) return columnNamed(owner, subject.column, catalogue)
  const composite = catalogue.find(catalogue.composites, subject.name)
  return composite?.fields.find(({ name }) => catalogue.isSame(name, subject.column))
}

const finders: Readonly<
  Record<
    Exclude<Subject['kind'], 'column' | 'constraint' | 'enumValue'>,
    (
      subject: Exclude<Subject, { readonly kind: 'column' | 'constraint' | 'enumValue' }>,
      catalogue: Catalogue,
    ) => Commented | undefined
  >
> = {
  schema: ({ name }, catalogue) => catalogue.namespaces.get(name.name),
  table: ({ name }, catalogue) => catalogue.relation(name),
  view: ({ name }, catalogue) => catalogue.relation(name),
  index: (subject, catalogue) => indexNamed(subject, catalogue)?.index,
  enum: ({ name }, catalogue) => catalogue.userType(name),
  domain: ({ name }, catalogue) => catalogue.userType(name),
  composite: ({ name }, catalogue) => catalogue.userType(name),
  type: ({ name }, catalogue) => catalogue.userType(name),
  sequence: ({ name }, catalogue) => catalogue.find(catalogue.sequences, name),
  routine: (subject, catalogue) => routineOf({ ...subject, kind: 'routine' }, catalogue),
  trigger: (subject, catalogue) => triggerNamed(subject, catalogue),
  policy: ({ name, on }, catalogue) =>
    on && catalogue.table(on)?.policies.find((policy) => catalogue.isSame(policy.name, name.name)),
  role: ({ name }, catalogue) => catalogue.roles.get(name.name),
  extension: ({ name }, catalogue) => catalogue.extensions.get(name.name),
}

function commented(subject: Subject, catalogue: Catalogue): Commented | undefined {
  if (subject.kind === 'column' || subject.kind === 'constraint' || subject.kind === 'enumValue')
    return member(subject, catalogue)
  return finders[subject.kind](subject, catalogue)
}

/** What pg_dump says of every database. */
const isUsual = ({ on, text }: Said & { readonly kind: 'comment' }, catalogue: Catalogue): boolean =>
  on.kind === 'schema' &&
  catalogue.isHome(on.name.name) &&
  (text === '' || /^standard public schema$/.test(text))

export function comment(said: Said & { readonly kind: 'comment' }, catalogue: Catalogue): void {
  const found = commented(said.on, catalogue)
  if (found) {
    found.comment = said.text
    return
  }
  if (isUsual(said, catalogue)) {
    catalogue.session()
    return
  }
  const isHome = said.on.kind === 'schema' && catalogue.isHome(said.on.name.name)
  const name = shown(said.on.name)
  if (isHome) {
    const message = `The comment on the schema ${name} is kept as text.`
    catalogue.keep(catalogue.textAt(catalogue.at), { level: 'warning', code: 'keptAsText', message })
    return
  }
  const message = `There is no ${said.on.kind} ${name} to comment on.`
  catalogue.keepAside({ level: 'loss', code: 'unknownCommented', message })
}
