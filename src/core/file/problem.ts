// Every way in which opening a file can fail, and what a file that opens may have to say.
import type { AnyId, Schema } from '../model/schema'
import type { NoticeCode } from './codec'

/** Something in a file that could not be taken as it stood. All the rest of the file was. */
export interface FileNotice {
  readonly code: NoticeCode
  /** As in "model.tables[3].columns[0].type". */
  readonly path: string
  /** From 1. */
  readonly line: number
  /** The file inside a folder. */
  readonly file?: string
  readonly about?: AnyId
  readonly message: string
}

export interface FileContent {
  readonly schema: Schema
  readonly notices: readonly FileNotice[]
}

export type FileProblem =
  | { readonly kind: 'notJson'; readonly line: number; readonly column: number; readonly file?: string }
  /** Both sides of a merge stand in it, with the marks between them. */
  | { readonly kind: 'mergeConflict'; readonly line: number; readonly file?: string }
  | { readonly kind: 'notRelata' }
  /** Written by a later Relata. What this one understands of it can be looked at, not saved over it. */
  | { readonly kind: 'newer'; readonly version: number; readonly readable: FileContent }
  | { readonly kind: 'tooLarge'; readonly size: number; readonly limit: number }
