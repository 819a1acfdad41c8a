import { dialects } from '../../core/dialects'
import { dialectIds, type DialectId, type Target } from '../../core/model/target'
import { desk } from '../../state/import/desk'
import { useImporting } from '../../state/import/importing'
import { Select } from '../../ui'

/** Read, and no target: what is read becomes a document for PostgreSQL. */
const snowflake = 'snowflake'

const options: readonly { readonly value: DialectId | typeof snowflake; readonly label: string }[] = [
  ...dialectIds.map((dialect) => ({ value: dialect, label: dialects[dialect].label })),
  { value: snowflake, label: 'Snowflake' },
]

const newest = (dialect: Target['dialect']): Target => ({
  dialect,
  version: dialects[dialect].versions.at(-1) ?? '',
})

/** The dialect that a script is read as; another one reads it at once. */
export function DialectChoice({
  target,
  reasons,
}: {
  readonly target: Target
  readonly reasons: readonly string[]
}) {
  const chosen = useImporting((state) => state.target)
  const format = useImporting((state) => state.format)
  const found = useImporting((state) => state.overview?.format)
  const isSnowflake = (format ?? found) === snowflake
  const hint = isSnowflake
    ? 'Becomes a document for PostgreSQL'
    : (chosen ?? format)
      ? 'As you chose'
      : reasons.length > 0
        ? `Found out by ${reasons.slice(0, 3).join(', ')}`
        : 'The text does not tell: choose another if it reads badly'
  return (
    <Select
      label="Read as"
      value={isSnowflake ? snowflake : target.dialect}
      options={options}
      onChange={(dialect) => {
        if (dialect === snowflake) desk.setFormat(snowflake)
        else desk.setTarget(newest(dialect))
      }}
      hint={hint}
    />
  )
}
