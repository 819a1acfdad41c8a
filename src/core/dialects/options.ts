import type { DdlOptions } from './dialect'

export const defaultDdlOptions: DdlOptions = {
  scope: 'all',
  ifNotExists: false,
  dropFirst: false,
  qualifiedNames: true,
  foreignKeys: 'inline',
  indexes: 'separate',
  comments: true,
  transaction: false,
}
