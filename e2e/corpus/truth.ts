// What the engine said of a schema of the corpus (erd-truth/1), as far as it is compared.
export interface Truth {
  readonly tables: readonly TruthTable[]
  readonly views?: readonly { readonly schema?: string; readonly name: string }[]
  readonly enums?: readonly { readonly name: string; readonly values: readonly string[] }[]
  readonly domains?: readonly { readonly name: string; readonly type: string; readonly nullable: boolean }[]
  readonly compositeTypes?: readonly { readonly name: string }[]
  readonly sequences?: readonly { readonly name: string; readonly ownedBy?: string | null }[]
  readonly functions?: readonly { readonly name: string; readonly fromPrelude?: boolean }[]
}

export interface TruthColumn {
  readonly name: string
  readonly type: string
  readonly nullable: boolean
  readonly default?: string | null
  readonly identity?: string | boolean | null
  readonly generated?: string | boolean | null
  readonly comment?: string | null
}

export interface TruthKey {
  readonly name?: string | null
  readonly columns: readonly string[]
}

export interface TruthForeignKey extends TruthKey {
  readonly refTable: string
  readonly refColumns?: readonly string[]
  readonly onDelete?: string
  readonly onUpdate?: string
}

export interface TruthIndex {
  readonly name: string
  readonly unique: boolean
  readonly method: string
  readonly primary?: boolean
  readonly constraint?: string
  readonly inherited?: boolean
  readonly columns: readonly {
    readonly expr: string
    readonly column?: string
    readonly desc?: boolean
  }[]
  readonly include?: readonly string[]
  readonly where?: string
  readonly definition?: string
}

export interface TruthTable {
  readonly schema?: string
  readonly name: string
  readonly kind: string
  readonly comment?: string | null
  readonly fromPrelude?: boolean
  readonly columns: readonly TruthColumn[]
  readonly primaryKey?: TruthKey | null
  readonly foreignKeys: readonly TruthForeignKey[]
  readonly uniques: readonly TruthKey[]
  readonly checks: readonly { readonly name?: string | null }[]
  readonly indexes?: readonly TruthIndex[]
  readonly triggers?: readonly { readonly name: string }[]
  readonly policies?: number
}
