import { useMemo, useState } from 'react'
import { useImporting, type Overview } from '../../state/import/importing'
import { Banner, Spinner, Tabs, type TabItem } from '../../ui'
import { ChangeList } from './ChangeList'
import { NoticeList } from './NoticeList'
import { ObjectList } from './ObjectList'
import { Side } from './Side'
import { SourcePane } from './SourcePane'

type Tab = 'objects' | 'changes' | 'notices'

/** Of the reading; for a merge also of what the open document's database says otherwise. */
function useNotices(): Overview['notices'] {
  const read = useImporting((state) => state.overview?.notices)
  const retold = useImporting((state) => (state.into === 'open' ? state.survey?.notices : undefined))
  return useMemo(() => [...(read ?? []), ...(retold ?? [])], [read, retold])
}

function useTabs(notices: number) {
  const overview = useImporting((state) => state.overview)
  const survey = useImporting((state) => state.survey)
  const into = useImporting((state) => state.into)
  const [chosen, setChosen] = useState<Tab>()
  const changed = survey?.entries.filter(({ state }) => state !== 'same').length
  const first: TabItem<Tab> =
    into === 'open'
      ? { id: 'changes', label: 'What changes', count: changed }
      : { id: 'objects', label: 'Tables', count: overview?.counts.table ?? 0 }
  const tabs: readonly TabItem<Tab>[] = [first, { id: 'notices', label: 'Notices', count: notices }]
  const tab = tabs.some(({ id }) => id === chosen) ? chosen : undefined
  return { tabs, tab: tab ?? first.id, setChosen }
}

function Changes() {
  const survey = useImporting((state) => state.survey)
  return survey ? (
    <ChangeList survey={survey} />
  ) : (
    <Spinner label="Comparing with the open document" className="m-auto" />
  )
}

/** What was read, before any of it is taken: its objects or its changes, what was said, and the source beside it. */
export function Preview() {
  const overview = useImporting((state) => state.overview)
  const place = useImporting((state) => state.place)
  const notices = useNotices()
  const { tabs, tab, setChosen } = useTabs(notices.length)
  if (!overview) return null
  const isEmpty = overview.objects.length === 0
  return (
    <div className="flex h-full min-h-0 gap-4 max-md:h-auto max-md:flex-col">
      <div className="w-72 shrink-0 overflow-y-auto pr-1 pb-2 max-md:w-auto">
        <Side overview={overview} />
      </div>
      <section
        aria-label="Preview"
        className="flex min-h-0 min-w-0 flex-1 flex-col overflow-hidden rounded-card border border-border bg-surface max-md:h-140 max-md:flex-none"
      >
        {isEmpty && (
          <Banner tone="warning" title="No tables were found" className="m-2">
            {notices.length > 0
              ? 'The notices say what the text holds instead. Another dialect may read it better.'
              : 'Is it the right file? Another dialect may read it better.'}
          </Banner>
        )}
        <Tabs label="What was read" tabs={tabs} value={tab} onChange={setChosen} className="min-h-0 flex-1">
          {tab === 'objects' && <ObjectList overview={overview} />}
          {tab === 'changes' && <Changes />}
          {tab === 'notices' && <NoticeList notices={notices} />}
        </Tabs>
        {place && <SourcePane place={place} overview={overview} />}
      </section>
    </div>
  )
}
