// How text is compared and sorted: one of those that the target has, or any that its server was taught.
import { useDialect } from '../current'
import { ComboProperty } from './fields'
import { collations } from './known'

export interface CollationPropertyProps {
  readonly name?: string
  readonly value: string
  readonly onCommit: (collation: string) => void
}

export function CollationProperty({ name, value, onCommit }: CollationPropertyProps) {
  const { id } = useDialect()
  return (
    <ComboProperty
      label="Collation"
      {...(name !== undefined && { name })}
      value={value}
      options={collations(id)}
      placeholder="As the database"
      onCommit={(text) => {
        onCommit(text.trim())
      }}
    />
  )
}
