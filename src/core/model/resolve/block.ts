// What a piece of SQL can see: the tables that it names, their aliases, the queries that it is made of.

/** A dotted name: the places of its parts among the tokens that count. */
export interface Chain {
  readonly start: number
  readonly parts: readonly number[]
  readonly end: number
  /** `orders.*` */
  readonly star: boolean
}

/** Something that columns come from. Without a chain and a block its columns are unknown. */
export interface Source {
  /** The spelling of the alias. */
  readonly alias?: string
  readonly chain?: Chain
  readonly block?: Block
  /** The columns were named anew: `AS t (a, b)`. */
  readonly isRenamed?: boolean
}

/** One item of a select list. */
export interface Output {
  readonly alias?: string
  readonly chain?: Chain
  /** A bare `*`. */
  readonly all?: true
}

export interface CommonTable {
  readonly block: Block
  readonly isRenamed: boolean
}

export class Block {
  readonly parent: Block | undefined
  readonly sources: Source[] = []
  /** Common table expressions by the spelling of their name, in lower case. */
  readonly common = new Map<string, CommonTable>()
  readonly outputs: Output[] = []
  /** The first SELECT of a query decides what its columns are called. */
  first: Block | undefined

  constructor(parent?: Block) {
    this.parent = parent
  }

  findCommon(name: string): CommonTable | undefined {
    return this.common.get(name.toLowerCase()) ?? this.parent?.findCommon(name)
  }
}

/** What the place of a name says about it, before anything is looked up. */
export type Role =
  | { readonly kind: 'nothing' | 'type' | 'routine' | 'part' | 'trigger' | 'sequence' | 'namespace' | 'role' }
  | { readonly kind: 'extension' | 'column' | 'relation' | 'joinColumn' }
  /** A column of this very source: INSERT INTO t (here), UPDATE t SET here = …, REFERENCES t (here). */
  | { readonly kind: 'targetColumn'; readonly source: Source }

export const nothing: Role = { kind: 'nothing' }

/** A token that counts (no blanks, no comments). */
export interface Mark {
  /** Its place among all tokens. */
  readonly token: number
  readonly kind: 'word' | 'quoted' | 'string' | 'number' | 'parameter' | 'dollar' | 'symbol'
  readonly text: string
  /** The word in capitals; empty for everything else. */
  readonly upper: string
}

/** Everything that reading finds out; looking up comes after. */
export interface Reading {
  readonly marks: readonly Mark[]
  readonly chains: readonly Chain[]
  readonly roles: ReadonlyMap<number, Role>
  readonly blocks: ReadonlyMap<number, Block>
  /** Names of parameters and variables, in lower case. */
  readonly variables: ReadonlySet<string>
  /** Chains in ORDER BY, where the names of the outputs come first. */
  readonly ordering: ReadonlySet<number>
  /** `excluded` in an upsert is the row that was to be inserted. */
  readonly excluded: ReadonlyMap<number, Source>
  /** Tuples of VALUES with the columns that they are for. */
  readonly tuples: readonly Tuple[]
}

export interface Tuple {
  readonly from: number
  readonly to: number
  readonly columns: readonly Chain[]
}
