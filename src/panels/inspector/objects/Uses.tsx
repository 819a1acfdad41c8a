// The columns whose type is an enum, a domain or a composite type, each one press away.
import { select } from '../../../state/selection'
import { setSelection } from '../../../state/view'
import { Section } from '../../../ui'
import { Nothing } from '../fields/Property'
import { useUses, type OwnType } from './uses'

export function Uses({ id }: { readonly id: OwnType }) {
  const uses = useUses(id)
  return (
    <Section title="Used by" count={uses.length}>
      {uses.length === 0 ? (
        <Nothing>No column yet. Give its name as the type of one.</Nothing>
      ) : (
        <ul aria-label="Used by" className="-mx-1 flex flex-col">
          {uses.map(({ table, column, words }) => (
            <li key={`${table} ${column}`}>
              <button
                type="button"
                onClick={() => {
                  setSelection({ ...select(table), part: { owner: table, column } })
                }}
                className="h-row w-full truncate rounded-control px-1 text-left text-row enabled-hover:bg-hover"
              >
                {words}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
