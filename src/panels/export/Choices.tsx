import { dialects } from '../../core/dialects'
import { formats } from '../../core/formats'
import type { FormatId } from '../../core/formats/format'
import { levels, notations } from '../../core/model/records'
import { inOrder, projectOf } from '../../core/model/schema'
import { levelLabels, notationLabels } from '../../core/picture/labels'
import type { ExportChoices, ExportKind, ExportScope } from '../../state/exportChoices'
import { isPicture, targetOf, targetText } from '../../state/exporting'
import { margins, scales, scaleOf } from '../../state/pictures'
import { useDocument } from '../../state/document'
import { useView } from '../../state/view'
import { Checkbox, Select, TextField, ToggleGroup, type SelectOption } from '../../ui'
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

function useScopes(what: ExportKind) {
  const selected = useView(({ selection }) => selection.items.size)
  const diagrams = useDocument(({ schema }) => schema.diagram)
  const areas = useDocument(({ schema }) => schema.group)
  const shown = useView(({ diagram }) => diagram)
  const whole: SelectOption<ExportScope>[] = isPicture(what) ? [] : [{ value: 'all', label: 'Whole model' }]
  const options: SelectOption<ExportScope>[] = [
    ...whole,
    { value: 'diagram', label: 'This diagram' },
    {
      value: 'selection',
      label: 'Selection',
      disabledReason: selected === 0 ? 'Select something on the canvas first' : undefined,
    },
  ]
  for (const { id, name } of inOrder(diagrams))
    if (id !== shown && diagrams.size > 1) options.push({ value: `diagram ${id}`, label: `Diagram ${name}` })
  for (const { id, name } of inOrder(areas)) options.push({ value: `area ${id}`, label: `Area ${name}` })
  return { options, hasSelection: selected > 0 }
}

function ScopeChoice({ choices, onChange }: ChoicesProps) {
  const { options, hasSelection } = useScopes(choices.what)
  const wanted = choices.scope === 'selection' && !hasSelection ? 'all' : choices.scope
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
const marginOptions = margins.map((value) => ({ value, label: value === '0' ? 'None' : value }))

const notationOptions = [
  { value: 'own' as const, label: 'As the diagram' },
  ...notations.map((value) => ({ value, label: notationLabels[value] })),
]
const levelOptions = [
  { value: 'own' as const, label: 'As the diagram' },
  ...levels.map((value) => ({ value, label: levelLabels[value] })),
]

const pictureSwitches = [
  ['hasTypes', 'Types'],
  ['hasCommentMarks', 'Marks of comments'],
  ['hasLegend', 'Legend'],
  ['isTransparent', 'Transparent background'],
] as const satisfies readonly (readonly [keyof ExportChoices, string])[]

function TitleChoice({ choices, onChange }: ChoicesProps) {
  const name = useDocument(({ schema }) => projectOf(schema).name)
  return (
    <>
      <Checkbox
        label="Title block"
        isChecked={choices.hasTitle}
        onChange={(hasTitle) => onChange({ hasTitle })}
      />
      {choices.hasTitle && (
        <div className="flex flex-col gap-2 pl-6">
          <TextField
            label="Title"
            value={choices.titleName}
            placeholder={name}
            onCommit={(titleName) => onChange({ titleName })}
          />
          <div className="flex gap-2">
            <TextField
              label="Version"
              value={choices.titleVersion}
              className="min-w-0 flex-1"
              onCommit={(titleVersion) => onChange({ titleVersion })}
            />
            <TextField
              label="Date"
              value={choices.titleDate}
              className="min-w-0 flex-1"
              onCommit={(titleDate) => onChange({ titleDate })}
            />
          </div>
        </div>
      )}
    </>
  )
}

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
      {choices.what === 'png' && (
        <ToggleGroup
          label="Size"
          value={String(scaleOf(choices.scale))}
          options={scaleOptions}
          onChange={(scale) => onChange({ scale })}
        />
      )}
      <div className="flex gap-2">
        <Select
          label="Notation"
          value={choices.notation}
          options={notationOptions}
          className="min-w-0 flex-1"
          onChange={(notation) => onChange({ notation })}
        />
        <Select
          label="Detail"
          value={choices.level}
          options={levelOptions}
          className="min-w-0 flex-1"
          onChange={(level) => onChange({ level })}
        />
      </div>
      <Select
        label="Margin"
        value={choices.margin}
        options={marginOptions}
        onChange={(margin) => onChange({ margin })}
      />
      {pictureSwitches.map(([key, label]) => (
        <Checkbox
          key={key}
          label={label}
          isChecked={choices[key]}
          onChange={(isChecked) => onChange({ [key]: isChecked })}
        />
      ))}
      <TitleChoice {...{ choices, onChange }} />
      <Checkbox
        label="Carries the model"
        hint="Dropped on Relata, the picture opens for editing again"
        isChecked={choices.carriesModel}
        onChange={(carriesModel) => onChange({ carriesModel })}
      />
    </fieldset>
  )
}

/** Those that have no button of their own. */
const others: readonly { readonly label: string; readonly options: readonly SelectOption<ExportKind>[] }[] = [
  {
    label: 'Text pictures',
    options: (['mermaid', 'plantuml', 'dot', 'd2'] as const).map(optionOf),
  },
  { label: 'Data dictionary', options: (['html', 'markdown'] as const).map(optionOf) },
]

function optionOf(value: FormatId): SelectOption<ExportKind> {
  return { value, label: formats[value].label }
}

const about: Partial<Record<ExportKind, string>> = {
  dbml: 'The whole document in the language of dbdiagram.io and dbdocs; what it has no words for stands under keys that begin with relata_.',
  mermaid: 'An erDiagram for READMEs, wikis and issues: GitHub, GitLab and Notion draw it.',
  plantuml: 'Entities for PlantUML, with every column and crow’s feet.',
  dot: 'A graph for Graphviz, with a port for each column.',
  d2: 'SQL tables for D2, with crow’s feet from column to column.',
  html: 'One page that needs nothing else: the picture, every table and column, and every relation in words.',
  markdown: 'Every table and column and every relation in words, under a Mermaid picture.',
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
      <Select
        label="Other formats"
        isLabelHidden
        value={
          others.some(({ options }) => options.some(({ value }) => value === choices.what))
            ? choices.what
            : undefined
        }
        options={others}
        placeholder="More formats"
        onChange={(what) => onChange({ what })}
      />
      {choices.what === 'sql' && <TargetChoice {...props} />}
      {(choices.what === 'sql' || isPicture(choices.what)) && <ScopeChoice {...props} />}
      {choices.what === 'sql' && <SqlChoices {...props} />}
      {isPicture(choices.what) && <PictureChoices {...props} />}
      {choices.what === 'dbml' && (
        <Checkbox
          label="Plain DBML"
          hint="For other programs: what it has no words for is listed and left out"
          isChecked={choices.isPlain}
          onChange={(isPlain) => onChange({ isPlain })}
        />
      )}
      {choices.what in about && <p className="text-muted">{about[choices.what]}</p>}
    </div>
  )
}
