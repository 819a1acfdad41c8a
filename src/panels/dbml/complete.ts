// What the editor offers while one types: words of the language where it wants them, names of the model where it wants
// those. The model is at hand at once, however long the text is.
import {
  autocompletion,
  completionKeymap,
  snippetCompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete'
import { keymap } from '@codemirror/view'
import type { Schema } from '../../core/model/schema'
import { elementStart, wantedAfter, type Wanted } from './context'
import { vocabularyOf, type Vocabulary } from './vocabulary'

const elementChoices: readonly Completion[] = [
  snippetCompletion('Table ${name} {\n\tid ${int} [pk]\n}', { label: 'Table', detail: 'with columns' }),
  snippetCompletion('Ref: ${a.id} > ${b.id}', { label: 'Ref', detail: 'a relation' }),
  snippetCompletion('Enum ${name} {\n\t${value}\n}', { label: 'Enum', detail: 'a list of values' }),
  snippetCompletion('TableGroup ${name} {\n\t${table}\n}', { label: 'TableGroup', detail: 'a subject area' }),
  snippetCompletion('TablePartial ${name} {\n\t${column} ${int}\n}', {
    label: 'TablePartial',
    detail: 'columns to share',
  }),
  snippetCompletion("Note ${name} {\n\t'${text}'\n}", { label: 'Note', detail: 'on the diagram' }),
  snippetCompletion('Records ${table}(${id}) {\n\t${1}\n}', { label: 'Records', detail: 'sample rows' }),
  snippetCompletion("Project ${name} {\n\tNote: '${text}'\n}", { label: 'Project' }),
].map((choice) => ({ ...choice, type: 'keyword' }))

const words = (...labels: readonly string[]): readonly Completion[] =>
  labels.map((label) => ({ label, type: 'keyword' }))

/** Words before a colon bring it along, with a space to type on. */
const settings = (...labels: readonly string[]): readonly Completion[] =>
  labels.map((label) =>
    label.endsWith(':')
      ? { label: label.slice(0, -1), apply: `${label} `, type: 'keyword', detail: '…' }
      : { label, type: 'keyword' },
  )

const lineChoices: Readonly<Record<string, readonly Completion[]>> = {
  table: [
    snippetCompletion("Note: '${text}'", { label: 'Note', type: 'keyword' }),
    snippetCompletion('indexes {\n\t${column}\n}', { label: 'indexes', type: 'keyword' }),
    snippetCompletion('checks {\n\t`${expression}`\n}', { label: 'checks', type: 'keyword' }),
  ],
  project: settings('database_type:', 'Note:'),
  diagramview: words('Tables', 'Notes', 'TableGroups', 'Schemas'),
}

const settingChoices: Readonly<Record<string, readonly Completion[]>> = {
  'table itself': settings('headercolor:', 'note:'),
  'tablepartial itself': settings('headercolor:', 'note:'),
  'tablegroup itself': settings('color:', 'note:'),
  'note itself': settings('color:'),
  'ref itself': settings('delete:', 'update:', 'color:', 'inactive'),
  ref: settings('delete:', 'update:', 'color:', 'inactive'),
  enum: settings('note:'),
  indexes: settings('pk', 'unique', 'name:', 'type:', 'note:'),
  checks: settings('name:'),
}

const columnSettings = settings(
  'pk',
  'primary key',
  'not null',
  'null',
  'unique',
  'increment',
  'default:',
  'note:',
  'ref:',
  'check:',
)

const valueChoices: Readonly<Record<string, readonly Completion[]>> = {
  delete: words('cascade', 'restrict', 'set null', 'set default', 'no action'),
  update: words('cascade', 'restrict', 'set null', 'set default', 'no action'),
  type: words('btree', 'hash', 'gin', 'gist', 'brin'),
  ref: words('>', '<', '-', '<>'),
  default: [...words('true', 'false', 'null'), { label: '`now()`', type: 'function' }],
}

function valuesFor({ setting, column }: Extract<Wanted, { kind: 'value' }>, vocabulary: Vocabulary) {
  const [, type] = column
  const values = setting === 'default' && type !== undefined ? vocabulary.valuesOf(type) : []
  return [...values, ...(valueChoices[setting] ?? [])]
}

function choicesFor(wanted: Wanted, vocabulary: Vocabulary): readonly Completion[] {
  switch (wanted.kind) {
    case 'element':
      return elementChoices
    case 'line': {
      const partials = wanted.body === 'table' ? vocabulary.partials : []
      return [...(lineChoices[wanted.body] ?? []), ...partials]
    }
    case 'type':
      return vocabulary.types
    case 'setting':
      return settingChoices[wanted.of] ?? columnSettings
    case 'value':
      return valuesFor(wanted, vocabulary)
    case 'path':
      return wanted.path.length === 0 ? vocabulary.tables : vocabulary.within(wanted.path)
    case 'column':
      return wanted.owner === undefined ? [] : vocabulary.within([wanted.owner])
    case 'nothing':
      return []
  }
}

/** So much before the cursor is read at most: an element longer than that is offered words of its end. */
const farthest = 40_000

function textBefore({ state, pos }: CompletionContext): string {
  const from = Math.max(0, pos - farthest)
  const text = state.sliceDoc(from, pos)
  return text.slice(elementStart(text, text.length))
}

const wordBefore = /(?:"[^"\n]*|[\p{L}\p{N}_]*)$/u

function typedWord(before: string): string {
  return wordBefore.exec(before)?.[0] ?? ''
}

/** Where a list helps without being asked for: after a sign that wants a name, or once a word was begun. */
const isAwaited = (before: string, word: string): boolean =>
  word !== '' || /[.:>[(<~]\s?$|\s-\s$/.test(before)

function completionsIn(schema: () => Schema) {
  return (context: CompletionContext): CompletionResult | null => {
    const before = textBefore(context)
    const word = typedWord(before)
    if (!context.explicit && !isAwaited(before, word)) return null
    const options = choicesFor(wantedAfter(before), vocabularyOf(schema()))
    if (options.length === 0) return null
    return { from: context.pos - word.length, options, validFor: /^"?[\p{L}\p{N}_]*$/u }
  }
}

export const completion = (schema: () => Schema) => [
  autocompletion({
    override: [completionsIn(schema)],
    icons: false,
    maxRenderedOptions: 80,
    defaultKeymap: false,
  }),
  keymap.of(completionKeymap),
]
