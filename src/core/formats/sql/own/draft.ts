// Facts while they are being read.
import type { DialectOption } from '../../../model/records'
import type {
  CheckFacts,
  ColumnFacts,
  ConstraintFacts,
  CreateTable,
  ForeignKeyFacts,
  IndexFacts,
  InlineIndexFacts,
  KeyFacts,
  LikeFacts,
  Said,
} from '../statement'

/** The same, to be written to; of a union, each member. */
export type Draft<T> = T extends unknown ? { -readonly [K in keyof T]: T[K] } : never

export type KeyDraft = Draft<KeyFacts>
export type CheckDraft = Draft<CheckFacts>
export type ForeignKeyDraft = Draft<ForeignKeyFacts>
/** Every constraint but an index. */
export type EnforcedDraft = Draft<Exclude<ConstraintFacts, InlineIndexFacts>>
export type IndexDraft = Draft<IndexFacts>

export interface ColumnDraft {
  readonly facts: Draft<ColumnFacts>
  readonly constraints: EnforcedDraft[]
  /** SQL Server's INDEX behind a column. */
  readonly indexes: InlineIndexFacts[]
  readonly options: DialectOption[]
  /** CONSTRAINT name, waiting for what it names. */
  pendingName: string | undefined
}

export interface TableDraft {
  readonly facts: Draft<Omit<CreateTable, 'columns' | 'constraints' | 'options' | 'like'>>
  readonly columns: ColumnFacts[]
  readonly constraints: ConstraintFacts[]
  readonly like: LikeFacts[]
  readonly options: DialectOption[]
  /** What the statement says beside making the table. */
  readonly beside: Said[]
}

export function finishColumn({ facts, options }: ColumnDraft): ColumnFacts {
  return options.length > 0 ? { ...facts, options } : facts
}

export function finishTable(draft: TableDraft): readonly Said[] {
  const { facts, columns, constraints, like, options, beside } = draft
  const table: CreateTable = {
    ...facts,
    columns,
    constraints,
    ...(like.length > 0 ? { like } : {}),
    ...(options.length > 0 ? { options } : {}),
  }
  return [table, ...beside]
}
