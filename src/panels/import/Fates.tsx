import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { desk } from '../../state/import/desk'
import { useImporting } from '../../state/import/importing'
import { IconButton } from '../../ui'

const lastPart = (name: string): string => name.split('/').at(-1) ?? name

/** The files in the order in which they are read, as migrations are; those left out, with why. */
export function Fates() {
  const sources = useImporting((state) => state.sources)
  const fates = useImporting((state) => state.fates)
  const byId = new Map(fates.map((fate) => [fate.id, fate]))
  const isMany = sources.length > 1
  return (
    <ol
      aria-label="Files, in the order in which they are read"
      className="flex max-h-60 flex-col overflow-y-auto"
    >
      {sources.map(({ id, name }, i) => {
        const fate = byId.get(id)
        const isLeft = fate !== undefined && fate.index === undefined
        return (
          <li
            key={id}
            className="group/file flex items-start gap-1 rounded-control py-0.5 pl-1 hover:bg-hover"
          >
            {isMany && (
              <span aria-hidden className="w-5 shrink-0 pt-0.5 text-right text-small text-faint tabular-nums">
                {isLeft ? '–' : i + 1}
              </span>
            )}
            <span className="min-w-0 flex-1 pt-0.5 pl-1">
              <span
                title={name}
                className={isLeft ? 'block truncate text-faint line-through' : 'block truncate'}
              >
                {lastPart(name)}
              </span>
              {fate?.remark !== undefined && (
                <span className="block text-small text-muted">
                  {fate.remark}
                  {fate.remedy !== undefined && ` ${fate.remedy}`}
                </span>
              )}
            </span>
            {isMany && (
              <span className="flex shrink-0">
                <IconButton
                  size="small"
                  label={`Read ${lastPart(name)} earlier`}
                  icon={<ArrowUp />}
                  disabledReason={i === 0 ? 'It is the first already' : undefined}
                  onClick={() => desk.move(id, -1)}
                />
                <IconButton
                  size="small"
                  label={`Read ${lastPart(name)} later`}
                  icon={<ArrowDown />}
                  disabledReason={i === sources.length - 1 ? 'It is the last already' : undefined}
                  onClick={() => desk.move(id, 1)}
                />
                <IconButton
                  size="small"
                  label={`Leave ${lastPart(name)} out`}
                  icon={<X />}
                  onClick={() => desk.remove(id)}
                />
              </span>
            )}
          </li>
        )
      })}
    </ol>
  )
}
