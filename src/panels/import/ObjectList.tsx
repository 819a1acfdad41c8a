import { Eye, ListTree, Search, Table2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { isIdOf } from '../../core/model/id'
import { importing, useImporting, type FoundObject, type Overview } from '../../state/import/importing'
import { Checkbox, EmptyState, TextField, VirtualList } from '../../ui'
import { ObjectDetail } from './ObjectDetail'
import { TickBox } from './TickBox'
import { number } from './words'

interface Item extends FoundObject {
  readonly label: string
}

const setLeftOut = (change: (leftOut: Set<string>) => void): void => {
  const leftOut = new Set(importing.getState().leftOut)
  change(leftOut)
  importing.setState({ leftOut })
}

const toggle = (ids: readonly string[]): void =>
  setLeftOut((leftOut) => {
    for (const id of ids) if (!leftOut.delete(id)) leftOut.add(id)
  })

function KindIcon({ id }: { readonly id: string }) {
  const Icon = isIdOf('table', id) ? Table2 : isIdOf('view', id) ? Eye : ListTree
  const name = isIdOf('table', id) ? 'Table' : isIdOf('view', id) ? 'View' : 'Enum'
  return <Icon role="img" aria-label={name} className="size-4 shrink-0 text-faint" />
}

function Row({ item, isTaken }: { readonly item: Item; readonly isTaken: boolean }) {
  const refers = item.refersTo.join(', ')
  return (
    <>
      <TickBox isOn={isTaken} onToggle={() => toggle([item.id])} />
      <KindIcon id={item.id} />
      <span className="min-w-0 flex-2 truncate pl-1 font-medium" title={item.name}>
        {item.name}
      </span>
      <span className="w-12 shrink-0 text-right text-row text-muted tabular-nums" title="Columns">
        {number(item.parts)}
      </span>
      <span className="min-w-0 flex-1 truncate pl-3 text-row text-muted max-sm:hidden" title={item.key}>
        {item.key}
      </span>
      <span className="min-w-0 flex-1 truncate pl-3 text-row text-muted max-sm:hidden" title={refers}>
        {refers}
      </span>
    </>
  )
}

function Head({ shown }: { readonly shown: readonly Item[] }) {
  const leftOut = useImporting((state) => state.leftOut)
  const taken = shown.filter(({ id }) => !leftOut.has(id)).length
  const isAll = taken === shown.length && shown.length > 0
  return (
    <div className="flex items-center gap-1 px-3 pb-1 text-small text-faint">
      <Checkbox
        label={<span className="sr-only">Take all that are shown</span>}
        isChecked={isAll}
        isMixed={taken > 0 && !isAll}
        onChange={(isOn) =>
          setLeftOut((out) => {
            for (const { id } of shown)
              if (isOn) out.delete(id)
              else out.add(id)
          })
        }
      />
      <span aria-hidden className="flex-2 pl-4 tabular-nums">
        {`${number(taken)} of ${number(shown.length)} taken`}
      </span>
      <span aria-hidden className="w-12 shrink-0 text-right">
        Columns
      </span>
      <span aria-hidden className="flex-1 pl-3 max-sm:hidden">
        Key
      </span>
      <span aria-hidden className="flex-1 pl-3 max-sm:hidden">
        Refers to
      </span>
    </div>
  )
}

/** Everything that was found, to look at and to choose from. */
export function ObjectList({ overview }: { readonly overview: Overview }) {
  const leftOut = useImporting((state) => state.leftOut)
  const [filter, setFilter] = useState('')
  const [active, setActive] = useState<Item>()
  const shown = useMemo(() => {
    const wanted = filter.trim().toLowerCase()
    const found = overview.objects.filter(({ name }) => name.toLowerCase().includes(wanted))
    return found.map((object) => ({ ...object, label: object.name }))
  }, [overview, filter])
  const taken = useMemo(
    () => new Set<string>(shown.flatMap(({ id }) => (leftOut.has(id) ? [] : [id]))),
    [shown, leftOut],
  )
  const isKnown = active && overview.objects.some(({ id }) => id === active.id)
  return (
    <div className="flex min-h-0 flex-1 max-lg:flex-col">
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <TextField
          label="Filter tables"
          isLabelHidden
          type="search"
          placeholder="Filter"
          icon={<Search />}
          value={filter}
          onChange={setFilter}
          className="p-2"
        />
        <Head shown={shown} />
        {shown.length === 0 ? (
          <EmptyState
            title={filter === '' ? 'Nothing was found' : `Nothing is called ${filter}`}
            className="my-auto"
          />
        ) : (
          <VirtualList<Item>
            label="What was found. Space takes or leaves out."
            items={shown}
            selectedIds={taken}
            onSelect={(ids, mode) => {
              if (mode === 'toggle') toggle(ids)
              else setActive(shown.find(({ id }) => id === ids.at(-1)))
            }}
            renderRow={(item, { isSelected }) => <Row item={item} isTaken={isSelected} />}
            className="[&_[aria-selected=true]]:bg-transparent"
          />
        )}
      </div>
      {isKnown && <ObjectDetail key={active.id} object={active} />}
    </div>
  )
}
