import { Search } from 'lucide-react'
import { useState } from 'react'
import { useWorkspace, type Workspace } from '../../state/workspace'
import { Banner, EmptyState, Select, Spinner, TextField } from '../../ui'
import { cardGrid } from './cardLook'
import { DocumentCard } from './DocumentCard'
import { useCardGrid } from './gridKeys'
import { listed, sortings, sortingWords, type Sorting } from './listing'

/** So many are seen at a glance; more are looked for. */
const fewEnough = 8

export interface DocumentsProps {
  readonly workspace: Workspace
  readonly now: number
}

interface FindingProps {
  readonly search: string
  readonly sorting: Sorting
  readonly onSearch: (search: string) => void
  readonly onSort: (sorting: Sorting) => void
}

const options = sortings.map((value) => ({ value, label: sortingWords[value] }))

function Finding({ search, sorting, onSearch, onSort }: FindingProps) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <TextField
        label="Search your documents"
        isLabelHidden
        type="search"
        placeholder="Search"
        icon={<Search />}
        value={search}
        onChange={onSearch}
        className="w-48"
      />
      <Select label="Sort by" isLabelHidden isQuiet value={sorting} options={options} onChange={onSort} />
    </div>
  )
}

function Cards({ workspace, now }: DocumentsProps) {
  const documents = useWorkspace((state) => state.documents)
  const [search, setSearch] = useState('')
  const [sorting, setSorting] = useState<Sorting>('opened')
  const { ref, onKeyDown, onFocus } = useCardGrid()
  const isMany = documents.length > fewEnough
  const shown = listed(documents, { search: isMany ? search : '', sorting: isMany ? sorting : 'opened' })
  return (
    <section aria-labelledby="recent" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="recent" className="text-title font-semibold">
          Your documents
        </h2>
        {isMany && <Finding {...{ search, sorting }} onSearch={setSearch} onSort={setSorting} />}
      </div>
      {shown.length === 0 ? (
        <p role="status" className="py-8 text-center text-muted">
          No document is called that.
        </p>
      ) : (
        // Arrow keys move between the cards, which are buttons themselves.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
        <ul ref={ref} onKeyDown={onKeyDown} onFocus={onFocus} className={cardGrid}>
          {shown.map((info) => (
            <DocumentCard key={info.id} info={info} workspace={workspace} now={now} />
          ))}
        </ul>
      )}
    </section>
  )
}

/** What one worked on last. */
export function Documents({ workspace, now }: DocumentsProps) {
  const isLoaded = useWorkspace((state) => state.isLoaded)
  const isEmpty = useWorkspace((state) => state.documents.length === 0)
  const problem = useWorkspace((state) => state.problem)
  if (!isLoaded) return <Spinner label="Looking for your documents" />
  return (
    <>
      {problem !== undefined && (
        <Banner
          tone="danger"
          title="Your documents cannot be listed"
          action={{ label: 'Try again', onAction: () => void workspace.refresh() }}
        >
          The reason: {problem}. Nothing is lost by that. New documents and files can be opened meanwhile.
        </Banner>
      )}
      {!isEmpty && <Cards workspace={workspace} now={now} />}
      {isEmpty && problem === undefined && (
        <EmptyState
          title="No documents yet"
          text="A document holds one database schema and as many diagrams of it as you like. It stays in this browser until you save or share it. Begin with a new one, or with a template below."
          className="max-w-120 py-4"
        />
      )}
    </>
  )
}
