import { projectOf } from '../../core/model/schema'
import { useDocument } from '../../state/document'
import { desk } from '../../state/import/desk'
import { useImporting } from '../../state/import/importing'
import type { Workspace } from '../../state/workspace'
import { Button } from '../../ui'

const short = (name: string): string => (name.length > 30 ? `${name.slice(0, 29)}…` : name)

/** Carries it out. */
export function TakeButton({ workspace }: { readonly workspace: Workspace }) {
  const into = useImporting((state) => state.into)
  const survey = useImporting((state) => state.survey)
  const overview = useImporting((state) => state.overview)
  const leftOut = useImporting((state) => state.leftOut)
  const name = useDocument(({ schema }) => (schema.project.size > 0 ? projectOf(schema).name : ''))
  const isComparing = into === 'open' && !survey
  const isNothing =
    overview !== undefined && into === 'new' && overview.objects.every(({ id }) => leftOut.has(id))
  return (
    <Button
      variant="primary"
      isBusy={isComparing}
      disabledReason={isNothing ? 'Tick at least one table' : undefined}
      onClick={() => void desk.take(workspace)}
    >
      {into === 'new' ? 'Create document' : `Merge into ${short(name) || 'Untitled'}`}
    </Button>
  )
}
