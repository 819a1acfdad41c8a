import { dialects } from '../../core/dialects'
import { projectOf } from '../../core/model/schema'
import type { ExportChoices, ExportKind, ExportScope } from '../../state/exportChoices'
import { isPicture, targetOf, targetText } from '../../state/exporting'
import { scales, scaleOf } from '../../state/pictures'
import { useDocument } from '../../state/document'
import { useView } from '../../state/view'
import { Checkbox, Select, ToggleGroup, type SelectOption } from '../../ui'
import { proofSentence } from '../code/proof'
import { targetGroups } from './targets'

export interface ChoicesProps {
  readonly choices: ExportChoices
  readonly onChange: (changed: Partial<ExportChoices>) => void
}

const kinds: readonly { readonly value: ExportKind; readonly label: string }[] = [
  { value: 'sql', label: 'SQL' },
  { value: 'dbml', label: 'DBML' },
  { value: 'svg', label: 'SVG' },
  { value: 'png', label: 'PNG' },
  { value: 'relata', label: 'Relata' },
]

function TargetChoice({ choices, onChange }: ChoicesProps) {
  const own = useDocument(({ schema }) => projectOf(schema).target)
  const target = targetOf(choices.target, own)
  return (
    <Select
      label="Database"
      value={targetText(target)}
      options={targetGroups}
      // The document's own is remembered as such: it may become another.
      onChange={(chosen) => onChange({ target: chosen === targetText(own) ? '' : chosen })}
      hint={proofSentence(dialects[target.dialect])}
    />
  )
}

function ScopeChoice({ choices, onChange }: ChoicesProps) {
  const selected = useView(({ selection }) => selection.items.size)
  const whole: SelectOption<ExportScope>[] = isPicture(choices.what)
    ? []
    : [{ value: 'all', label: 'Whole model' }]
  const options: readonly SelectOption<ExportScope>[] = [
    ...whole,
    { value: 'diagram', label: 'This diagram' },
    {
      value: 'selection',
      label: 'Selection',
      disabledReason: selected === 0 ? 'Select something on the canvas first' : undefined,
    },
  ]
  const wanted = choices.scope === 'selection' && selected === 0 ? 'all' : choices.scope
  const shown = options.some(({ value }) => value === wanted) ? wanted : 'diagram'
  return <Select label="What" value={shown} options={options} onChange={(scope) => onChange({ scope })} />
}

const switches = [
  ['ifNotExists', 'IF NOT EXISTS'],
  ['dropFirst', 'DROP what is there first'],
  ['qualifiedNames', 'Names with their schema'],
  ['comments', 'Comments'],
  ['transaction', 'In one transaction'],
] as const satisfies readonly (readonly [keyof ExportChoices, string])[]

const places = [
  { value: 'inline', label: 'In the table' },
  { value: 'separate', label: 'Apart' },
] as const

function Side({
  label,
  value,
  onChange,
}: {
  label: string
  value: 'inline' | 'separate'
  onChange: (value: 'inline' | 'separate') => void
}) {
  return (
    <div className="flex items-center justify-between gap-2">
      <span aria-hidden="true">{label}</span>
      <ToggleGroup label={label} value={value} options={places} onChange={onChange} />
    </div>
  )
}

function SqlChoices({ choices, onChange }: ChoicesProps) {
  const isSplit = choices.onePerTable
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="pb-1 text-row font-medium text-muted">Script</legend>
      {switches.map(([key, label]) => (
        <Checkbox
          key={key}
          label={label}
          isChecked={choices[key] && !(key === 'transaction' && isSplit)}
          disabledReason={
            key === 'transaction' && isSplit ? 'A transaction does not span several files' : undefined
          }
          onChange={(isChecked) => onChange({ [key]: isChecked })}
        />
      ))}
      <Checkbox
        label="One file per table"
        hint="As a zip archive"
        isChecked={isSplit}
        onChange={(onePerTable) => onChange({ onePerTable })}
      />
      <Side
        label="Foreign keys"
        value={isSplit ? 'separate' : choices.foreignKeys}
        onChange={(foreignKeys) => onChange({ foreignKeys })}
      />
      <Side label="Indexes" value={choices.indexes} onChange={(indexes) => onChange({ indexes })} />
    </fieldset>
  )
}

const themes = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const

const scaleOptions = scales.map((value) => ({ value, label: `${value}×` }))

function PictureChoices({ choices, onChange }: ChoicesProps) {
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="pb-1 text-row font-medium text-muted">Picture</legend>
      <ToggleGroup
        label="Theme"
        value={choices.theme}
        options={themes}
        onChange={(theme) => onChange({ theme })}
      />
      <Checkbox
        label="Transparent background"
        isChecked={choices.isTransparent}
        onChange={(isTransparent) => onChange({ isTransparent })}
      />
      {choices.what === 'png' && (
        <ToggleGroup
          label="Size"
          value={String(scaleOf(choices.scale))}
          options={scaleOptions}
          onChange={(scale) => onChange({ scale })}
        />
      )}
    </fieldset>
  )
}

const about: Partial<Record<ExportKind, string>> = {
  dbml: 'The whole model in the language of dbdiagram.io and dbdocs. What it has no words for is listed.',
  relata: 'The whole document with its diagrams and notes, to keep, to send or to put under version control.',
}

export function Choices(props: ChoicesProps) {
  const { choices, onChange } = props
  return (
    <div className="flex flex-col gap-4">
      <ToggleGroup
        label="Format"
        value={choices.what}
        options={kinds}
        onChange={(what) => onChange({ what })}
      />
      {choices.what === 'sql' && <TargetChoice {...props} />}
      {(choices.what === 'sql' || isPicture(choices.what)) && <ScopeChoice {...props} />}
      {choices.what === 'sql' && <SqlChoices {...props} />}
      {isPicture(choices.what) && <PictureChoices {...props} />}
      {choices.what in about && <p className="text-muted">{about[choices.what]}</p>}
    </div>
  )
}
