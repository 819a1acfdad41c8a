import { ClipboardPaste, Database, FileText } from 'lucide-react'
import { desk } from '../../state/import/desk'
import { useImporting, type ImportWay } from '../../state/import/importing'
import type { SourceFilesPort } from '../../state/ports'
import { Tabs, type TabItem } from '../../ui'
import { AskDatabase } from './AskDatabase'
import { AskFiles } from './AskFiles'
import { AskText } from './AskText'

const ways: readonly TabItem<ImportWay>[] = [
  { id: 'files', label: 'Files', icon: <FileText /> },
  { id: 'paste', label: 'Paste SQL', icon: <ClipboardPaste /> },
  { id: 'database', label: 'From a database', icon: <Database /> },
]

export function Ask({ files }: { readonly files: SourceFilesPort }) {
  const way = useImporting((state) => state.way)
  return (
    <Tabs
      label="Where the schema comes from"
      tabs={ways}
      value={way}
      onChange={desk.setWay}
      className="flex-1"
    >
      <div className="flex min-h-0 flex-1 flex-col pt-3">
        {way === 'files' && <AskFiles files={files} />}
        {way === 'paste' && <AskText />}
        {way === 'database' && <AskDatabase files={files} />}
      </div>
    </Tabs>
  )
}
