import { FileX2 } from 'lucide-react'
import { desk } from '../../state/import/desk'
import { useImporting } from '../../state/import/importing'
import { EmptyState } from '../../ui'
import { DialectChoice } from './DialectChoice'
import { Fates } from './Fates'

function placeText(source: string | undefined, line: number | undefined, column: number | undefined): string {
  const where = [
    ...(source === undefined ? [] : [source]),
    ...(line === undefined ? [] : [`line ${line}`]),
    ...(column === undefined ? [] : [`column ${column}`]),
  ]
  return where.length === 0 ? '' : ` (${where.join(', ')})`
}

/** Nothing could be read: why, where, and what to do about it. */
export function Failed() {
  const problem = useImporting((state) => state.problem)
  const sources = useImporting((state) => state.sources)
  const triedAs = useImporting((state) => state.triedAs)
  if (!problem) return null
  const { message, remedy, source, line, column } = problem
  const name = sources.length > 1 && source !== undefined ? sources[source]?.name : undefined
  return (
    <div className="m-auto flex max-h-full max-w-140 flex-col gap-2 overflow-y-auto">
      <EmptyState
        icon={<FileX2 aria-hidden />}
        title={
          sources.length === 1
            ? `${sources[0]?.name ?? 'This'} cannot be imported`
            : 'Nothing could be imported'
        }
        text={
          <span role="alert">
            {message}
            {placeText(name, line, column)}
            {remedy !== undefined && ` ${remedy}`}
          </span>
        }
        action={{ label: 'Choose something else', onAction: desk.back }}
      />
      {triedAs && <DialectChoice target={triedAs} reasons={[]} />}
      {sources.length > 1 && <Fates />}
    </div>
  )
}
