import { FileDown } from 'lucide-react'
import { desk } from '../../state/import/desk'
import { sourcesOf } from '../../state/import/sources'
import type { PickedFile, SourceFilesPort } from '../../state/ports'
import { Button } from '../../ui'

const examples = [
  ['PostgreSQL', 'pg_dump --schema-only'],
  ['MySQL, MariaDB', 'mysqldump --no-data'],
  ['SQLite', '.schema'],
  ['SQL Server', 'Generate Scripts'],
  ['Oracle', 'dbms_metadata'],
] as const

export function AskFiles({ files }: { readonly files: SourceFilesPort }) {
  const take = (choose: () => Promise<readonly PickedFile[]>) => () =>
    void choose().then((picked) => desk.receive(sourcesOf(picked)))
  return (
    <div className="flex min-h-0 flex-1 flex-col items-center justify-center gap-4 overflow-y-auto rounded-card border border-dashed border-control bg-sunken p-6 text-center">
      <FileDown aria-hidden className="size-6 text-faint" />
      <div>
        <h3 className="text-title font-semibold">Drop a script or a folder here</h3>
        <p className="text-pretty text-muted">
          Several files, or a folder of migrations, are read one after the other, in the order of their names.
        </p>
      </div>
      <div className="flex flex-wrap justify-center gap-2">
        <Button variant="primary" onClick={take(files.choose)}>
          Choose files…
        </Button>
        <Button onClick={take(files.chooseFolder)}>Choose a folder…</Button>
      </div>
      <dl className="grid grid-cols-[auto_auto] gap-x-4 gap-y-1 text-left text-row">
        {examples.map(([label, how]) => (
          <div key={label} className="contents">
            <dt className="text-muted">{label}</dt>
            <dd className="font-mono">{how}</dd>
          </div>
        ))}
      </dl>
      <p className="text-row text-muted">Everything is read in this browser. Nothing is sent anywhere.</p>
    </div>
  )
}
