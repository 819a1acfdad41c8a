// What a person exported last: offered again, on this device.
import { defaultDdlOptions } from '../core/dialects/options'
import type { DdlOptions } from '../core/dialects/dialect'
import type { Level, Notation } from '../core/model/records'
import type { FormatId } from '../core/formats/format'

export type ExportKind = 'sql' | 'svg' | 'png' | FormatId
/** The diagram in view, or another one, or a subject area by its id. */
export type ExportScope = 'all' | 'diagram' | 'selection' | `diagram ${string}` | `area ${string}`

export interface ExportChoices extends Omit<DdlOptions, 'scope'> {
  readonly what: ExportKind
  /** "mysql/9"; empty: what the document is for. */
  readonly target: string
  readonly scope: ExportScope
  readonly onePerTable: boolean
  /** DBML for other programs: nothing under keys of our own. */
  readonly isPlain: boolean
  readonly theme: 'light' | 'dark'
  readonly isTransparent: boolean
  /** `own`: as the diagram has it. */
  readonly notation: Notation | 'own'
  readonly level: Level | 'own'
  readonly hasTypes: boolean
  readonly hasCommentMarks: boolean
  readonly hasLegend: boolean
  readonly hasTitle: boolean
  /** Empty: the name of the document. */
  readonly titleName: string
  readonly titleVersion: string
  readonly titleDate: string
  /** In units of the drawing, as text: the value of a choice. */
  readonly margin: string
  /** The picture can be opened again. */
  readonly carriesModel: boolean
  /** Pixels per unit of the drawing, as text: the value of a choice. */
  readonly scale: string
}

const { scope: _all, ...ddl } = defaultDdlOptions

export const defaultExportChoices: ExportChoices = {
  ...ddl,
  what: 'sql',
  target: '',
  scope: 'all',
  onePerTable: false,
  isPlain: false,
  theme: 'light',
  isTransparent: false,
  notation: 'own',
  level: 'own',
  hasTypes: true,
  hasCommentMarks: true,
  hasLegend: false,
  hasTitle: false,
  titleName: '',
  titleVersion: '',
  titleDate: '',
  margin: '32',
  carriesModel: true,
  scale: '2',
}
