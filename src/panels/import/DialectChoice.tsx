import { dialects } from '../../core/dialects'
import { dialectIds, type Target } from '../../core/model/target'
import { desk } from '../../state/import/desk'
import { useImporting } from '../../state/import/importing'
import { Select } from '../../ui'

const options = dialectIds.map((dialect) => ({ value: dialect, label: dialects[dialect].label }))

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
  const hint = chosen
    ? 'As you chose'
    : reasons.length > 0
      ? `Found out by ${reasons.slice(0, 3).join(', ')}`
      : 'The text does not tell: choose another if it reads badly'
  return (
    <Select
      label="Read as"
      value={target.dialect}
      options={options}
      onChange={(dialect) => desk.setTarget(newest(dialect))}
      hint={hint}
    />
  )
}
