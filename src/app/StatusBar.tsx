import { dialects } from '../core/dialects'
import { projectOf } from '../core/model/schema'
import { useDocument } from '../state/document'
import { useView } from '../state/view'
import { UpdateNotice } from './UpdateNotice'

const count = (n: number, one: string, many: string): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`

/** What a person wants to know at a glance: where it goes, how much there is, what is chosen. */
export function StatusBar() {
  const target = useDocument((state) => projectOf(state.schema).target)
  const tables = useDocument((state) => state.schema.table.size)
  const relations = useDocument((state) => state.schema.relation.size)
  const selected = useView((state) => state.selection.items.size)
  const diagram = useView((state) => state.diagram)
  const diagramName = useDocument((state) => (diagram ? state.schema.diagram.get(diagram)?.name : undefined))
  const { label } = dialects[target.dialect]
  return (
    <footer className="flex h-6 shrink-0 items-center gap-4 overflow-hidden border-t border-border bg-chrome px-3 text-small whitespace-nowrap text-muted tabular-nums">
      <span>{`${label} ${target.version}`.trim()}</span>
      <span>{count(tables, 'table', 'tables')}</span>
      <span>{count(relations, 'relation', 'relations')}</span>
      {selected > 1 && <span>{`${selected.toLocaleString('en')} selected`}</span>}
      <span className="grow" />
      <UpdateNotice />
      {diagramName !== undefined && <span className="truncate">{diagramName}</span>}
    </footer>
  )
}
