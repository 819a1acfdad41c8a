// What a database holds and no diagram shows.
import { isIdOf } from '../../../core/model/id'
import type { DatabaseObject } from '../../../state/selection'
import { CompositeInspector } from './CompositeInspector'
import { DomainInspector } from './DomainInspector'
import { ExtensionInspector } from './ExtensionInspector'
import { GrantInspector } from './GrantInspector'
import { NamespaceInspector } from './NamespaceInspector'
import { RoleInspector } from './RoleInspector'
import { SequenceInspector } from './SequenceInspector'

export function DatabaseInspector({ id }: { readonly id: DatabaseObject }) {
  if (isIdOf('namespace', id)) return <NamespaceInspector id={id} />
  if (isIdOf('domain', id)) return <DomainInspector id={id} />
  if (isIdOf('composite', id)) return <CompositeInspector id={id} />
  if (isIdOf('sequence', id)) return <SequenceInspector id={id} />
  if (isIdOf('extension', id)) return <ExtensionInspector id={id} />
  return isIdOf('role', id) ? <RoleInspector id={id} /> : <GrantInspector id={id} />
}
