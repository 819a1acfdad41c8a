import { useCallback, useMemo } from 'react'
import { useDocument } from '../../../state/document'
import type { ComboboxGroup } from '../../../ui'
import { useDialect } from '../current'
import { findTypes, typeGroups } from './typeChoices'

export type TypeSource = (query: string) => readonly ComboboxGroup[]

/** The types to choose from; the same function for as long as they are the same. */
export function useTypeSource(): TypeSource {
  const dialect = useDialect()
  const enums = useDocument(({ schema }) => schema.enum)
  const domains = useDocument(({ schema }) => schema.domain)
  const composites = useDocument(({ schema }) => schema.composite)
  const namespaces = useDocument(({ schema }) => schema.namespace)
  const groups = useMemo(
    () => typeGroups({ enum: enums, domain: domains, composite: composites, namespace: namespaces }, dialect),
    [enums, domains, composites, namespaces, dialect],
  )
  return useCallback(
    (query: string) => findTypes(groups, query, (text) => dialect.types.parse(text).base !== 'other'),
    [groups, dialect],
  )
}
