// What a person exported last: offered again, on this device.
import { defaultDdlOptions } from '../core/dialects/options'
import type { DdlOptions } from '../core/dialects/dialect'
import type { FormatId } from '../core/formats/format'

export type ExportKind = 'sql' | 'svg' | 'png' | FormatId
export type ExportScope = 'all' | 'diagram' | 'selection'

export interface ExportChoices extends Omit<DdlOptions, 'scope'> {
  readonly what: ExportKind
  /** "mysql/9"; empty: what the document is for. */
  readonly target: string
  readonly scope: ExportScope
  readonly onePerTable: boolean
  readonly theme: 'light' | 'dark'
  readonly isTransparent: boolean
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
  theme: 'light',
  isTransparent: false,
  scale: '2',
}
