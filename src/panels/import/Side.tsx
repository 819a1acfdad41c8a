import { dialects } from '../../core/dialects'
import { projectOf } from '../../core/model/schema'
import { useDocument } from '../../state/document'
import { canMerge, desk } from '../../state/import/desk'
import { samplesKept, useImporting, type Overview } from '../../state/import/importing'
import { Checkbox, ToggleGroup } from '../../ui'
import { DialectChoice } from './DialectChoice'
import { Fates } from './Fates'
import { counted, number } from './words'

function IntoChoice() {
  const into = useImporting((state) => state.into)
  const name = useDocument(({ schema }) => (schema.project.size > 0 ? projectOf(schema).name : ''))
  if (canMerge() !== true) return null
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="pb-1 text-row font-medium text-muted">Into</legend>
      <ToggleGroup
        label="Into"
        value={into}
        options={[
          { value: 'open', label: 'The open document' },
          { value: 'new', label: 'A new one' },
        ]}
        onChange={desk.setInto}
      />
      <p className="text-small text-faint">
        {into === 'open'
          ? `Tables of ${name || 'Untitled'} that are found here keep their places, colours and notes. One step, which undo takes back whole.`
          : 'The open document stays as it is.'}
      </p>
    </fieldset>
  )
}

function Samples({ overview }: { readonly overview: Overview }) {
  const keeps = useImporting((state) => state.keepsSamples)
  const kept = overview.sampledRows
  return (
    <Checkbox
      label="Keep sample rows"
      hint={
        keeps
          ? `The first ${String(samplesKept)} of each table: ${number(kept)} in all`
          : `The first ${String(samplesKept)} rows of each table that the script fills`
      }
      isChecked={keeps}
      onChange={desk.setKeepsSamples}
    />
  )
}

/** What is decided about the import as a whole. */
export function Side({ overview }: { readonly overview: Overview }) {
  const kinds = ['table', 'relation', 'view', 'enum', 'routine', 'trigger', 'verbatim'] as const
  const found = kinds.filter((kind) => (overview.counts[kind] ?? 0) > 0)
  return (
    <div className="flex flex-col gap-4">
      <section aria-labelledby="import-files" className="-ml-1">
        <h3 id="import-files" className="pb-1 pl-1 text-row font-medium text-muted">
          From
        </h3>
        <Fates />
      </section>
      {overview.hasDialect ? (
        <DialectChoice target={overview.target} reasons={overview.reasons} />
      ) : (
        <p className="text-muted">{`${overview.formatLabel}, for ${dialects[overview.target.dialect].label}`}</p>
      )}
      <IntoChoice />
      {!overview.isRebuilt && <Samples overview={overview} />}
      <section aria-labelledby="import-found">
        <h3 id="import-found" className="pb-1 text-row font-medium text-muted">
          Found
        </h3>
        <ul className="text-ui tabular-nums">
          {found.map((kind) => (
            <li key={kind}>{counted(overview.counts[kind] ?? 0, kind)}</li>
          ))}
          {found.length === 0 && <li className="text-muted">Nothing</li>}
        </ul>
      </section>
    </div>
  )
}
