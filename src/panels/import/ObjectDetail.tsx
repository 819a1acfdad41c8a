import { KeyRound, Link2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { desk } from '../../state/import/desk'
import type { FoundColumn, FoundObject, ObjectDetail as Detail } from '../../state/import/importing'
import { Button, Spinner } from '../../ui'

function ColumnRow({ column }: { readonly column: FoundColumn }) {
  const { name, type, isKey, isForeign, isRequired } = column
  return (
    <li className="flex h-row items-center gap-2 text-row">
      <span className="flex w-8 shrink-0 gap-0.5 [&_svg]:size-3">
        {isKey && <KeyRound role="img" aria-label="Primary key" className="text-warning-text" />}
        {isForeign && <Link2 role="img" aria-label="Foreign key" className="text-accent-text" />}
      </span>
      <span className={isRequired ? 'min-w-0 truncate font-medium' : 'min-w-0 truncate'} title={name}>
        {name}
      </span>
      <span className="ml-auto max-w-1/2 shrink-0 truncate text-muted" title={type}>
        {type}
        {!isRequired && type !== '' && <span className="text-faint"> null</span>}
      </span>
    </li>
  )
}

/** The columns of one table, and the way to where it is made. */
export function ObjectDetail({ object }: { readonly object: FoundObject }) {
  const [detail, setDetail] = useState<Detail>()
  useEffect(() => {
    let isGone = false
    void desk.detail(object.id).then((result) => {
      if (!isGone && result.ok) setDetail(result.value)
    })
    return () => {
      isGone = true
    }
  }, [object.id])
  const place = detail?.place
  return (
    <section
      aria-label={object.name}
      className="flex min-h-0 w-80 shrink-0 flex-col border-l border-border max-lg:h-60 max-lg:w-auto max-lg:border-t max-lg:border-l-0"
    >
      <header className="flex items-center gap-2 border-b border-border px-3 py-1">
        <h3 className="min-w-0 flex-1 truncate font-medium" title={object.name}>
          {object.name}
        </h3>
        {place && (
          <Button size="small" variant="quiet" onClick={() => desk.show({ ...place })}>
            Show in source
          </Button>
        )}
      </header>
      {detail ? (
        // Scrolled by the keyboard too.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <ul aria-label="Columns" tabIndex={0} className="min-h-0 flex-1 overflow-y-auto px-3 py-1">
          {detail.columns.map((column, i) => (
            <ColumnRow key={`${String(i)} ${column.name}`} column={column} />
          ))}
        </ul>
      ) : (
        <Spinner label="Looking" className="m-auto" />
      )}
    </section>
  )
}
