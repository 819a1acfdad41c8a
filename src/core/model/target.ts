// The database a document is written for. Forks are targets of their own: they differ where it hurts.
export const dialectIds = [
  'postgres',
  'mysql',
  'mariadb',
  'sqlite',
  'sqlserver',
  'oracle',
  'aurora-postgres',
  'aurora-mysql',
  'redshift',
] as const

export type DialectId = (typeof dialectIds)[number]

export const isDialectId = (id: string): id is DialectId => dialectIds.some((known) => known === id)

export interface Target {
  readonly dialect: DialectId
  /** As people say it: "18", "8.4", "2022", "19c". */
  readonly version: string
}
