// The browser as the rest of Relata sees it: interfaces, so that tests bring their own.
import type { Edits } from '../core/model/edit'
import type { Result } from '../core/lib/result'

export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number
}

export interface StoredTarget {
  readonly dialect: string
  readonly version: string
}

/** A document as the start screen lists it. */
export interface DocumentInfo {
  readonly id: string
  readonly name: string
  readonly createdAt: number
  readonly changedAt: number
  readonly openedAt: number
  /** How many tables it has, for the list. */
  readonly tables: number
  /** The database that it is written for, as of the last snapshot; older records do not say. */
  readonly target?: StoredTarget
  /** Set while it lies in the bin. */
  readonly deletedAt?: number
}

/** Some steps of work as they were appended: what led from one revision to another. */
export interface LogEntry {
  readonly since: number
  readonly revision: number
  readonly at: number
  readonly edits: Edits
  /** How the history moved: a new step (with what belongs to it), one undone or redone, or more that belongs to one. */
  readonly move: 'step' | 'undo' | 'redo' | 'amend'
  /** Label, merge key and selections of the step, as plain data of its owner. */
  readonly meta?: unknown
}

/** A whole document at one revision. */
export interface Snapshot {
  readonly revision: number
  /** The own file's text: it has a version, is checked when read and opens for ever. */
  readonly text: string
  /** Undo and redo, as plain data of its owner. */
  readonly history?: unknown
}

export interface LoadedDocument {
  readonly info: DocumentInfo
  readonly snapshot: Snapshot
  /** What was done since, in order and without a gap. */
  readonly entries: readonly LogEntry[]
  /** Entries that cannot be used, as they stand there: damaged, or behind a damaged one. */
  readonly lost: readonly unknown[]
}

/** Every way in which keeping a document can fail. */
export type StorageProblem =
  /** The disk or the browser's allowance is full. */
  | { readonly kind: 'quota' }
  /** Another tab runs an older Relata and holds the database open. */
  | { readonly kind: 'blocked' }
  /** The database was made by a newer Relata. */
  | { readonly kind: 'newer' }
  /** There is no database: private window, disabled, broken. Work goes on in memory. */
  | { readonly kind: 'unavailable'; readonly reason: string }
  /** The document's own records cannot be read. Other documents are not touched by it. */
  | { readonly kind: 'corrupt'; readonly id: string }
  | { readonly kind: 'missing'; readonly id: string }
  /** Someone else has written since: two writers, of which one must reload. */
  | { readonly kind: 'conflict'; readonly id: string }

export type Stored<T> = Promise<Result<T, StorageProblem>>

/** What the list of documents tells of one. */
export type About = Pick<DocumentInfo, 'name' | 'tables' | 'target'>

export interface NewDocument extends About {
  readonly snapshot: Snapshot
}

export interface DocumentStore {
  /** False when documents live only as long as the tab does. */
  readonly isDurable: () => Promise<boolean>
  /** Latest opened first; those in the bin are not among them. */
  readonly list: () => Stored<readonly DocumentInfo[]>
  readonly bin: () => Stored<readonly DocumentInfo[]>
  /** Under a new id, or under its own when its records are gone. */
  readonly create: (document: NewDocument, id?: string) => Stored<DocumentInfo>
  /** Everything that stands there of a document as text, as far as it can be read at all. */
  readonly raw: (id: string) => Stored<string>
  readonly rename: (id: string, name: string) => Stored<void>
  readonly duplicate: (id: string, name: string) => Stored<DocumentInfo>
  /** Into the bin; `restore` takes it out again. */
  readonly remove: (id: string) => Stored<void>
  readonly restore: (id: string) => Stored<void>
  /** Empties the bin of what was put there before a time. Returns how many documents went. */
  readonly purge: (before: number) => Stored<number>
  /**
   * Remembers that it was opened. Who is going to write it clears away what leads nowhere; who only reads it may meet
   * another tab in the middle of a snapshot, and changes nothing.
   */
  readonly load: (id: string, how?: 'toWrite' | 'toRead') => Stored<LoadedDocument>
  /** Durable when it resolves. */
  readonly append: (id: string, entries: readonly LogEntry[]) => Stored<void>
  /** Replaces the snapshot and drops the entries that it holds already, in one step. */
  readonly snapshot: (id: string, snapshot: Snapshot, about: About) => Stored<void>
  readonly setThumbnail: (id: string, picture: string | Blob) => Stored<void>
  readonly thumbnail: (id: string) => Stored<string | Blob | undefined>
  /** Bytes used and allowed, where the browser tells. */
  readonly usage: () => Promise<{ readonly used: number; readonly allowed: number } | undefined>
  /** Asks the browser never to evict the documents. */
  readonly persist: () => Promise<boolean>
  readonly isPersisted: () => Promise<boolean>
  readonly close: () => Promise<void>
}

/** An earlier state of a document. */
export interface VersionInfo {
  /** When it was kept; no two of one document have the same time. */
  readonly at: number
  /** Given by a person; automatic ones have none and are thinned out as they grow old. */
  readonly name?: string
  readonly tables: number
  /** Bytes that it takes. */
  readonly size: number
  /** A miniature, as text. */
  readonly picture?: string
}

export interface NewVersion extends Pick<VersionInfo, 'name' | 'tables' | 'picture'> {
  /** The own file's text. */
  readonly text: string
  /** For one that comes back: its own time. */
  readonly at?: number
}

export interface VersionStore {
  /** Newest first. */
  readonly list: (id: string) => Stored<readonly VersionInfo[]>
  /** Keeps one and lets go of the automatic ones that are too many. */
  readonly keep: (id: string, version: NewVersion) => Stored<VersionInfo>
  readonly text: (id: string, at: number) => Stored<string>
  /** Without a name it is an automatic one again. */
  readonly rename: (id: string, at: number, name: string | undefined) => Stored<void>
  readonly setPicture: (id: string, at: number, picture: string) => Stored<void>
  readonly remove: (id: string, at: number) => Stored<void>
}

/** Where a document lies on the disk. */
export interface Place {
  readonly kind: 'file' | 'folder'
  readonly name: string
  /** A file's or a folder's; opaque outside of platform. */
  readonly handle: FileHandle
  /** The document as we last read or wrote it there: what changes from outside is seen against it. */
  readonly base: string
  /** Files of a folder that we read or wrote: what of them is no longer needed goes with the next save. */
  readonly paths: readonly string[]
}

export interface Places {
  readonly of: (document: string) => Promise<Place | undefined>
  readonly keep: (document: string, place: Place) => Promise<void>
  readonly forget: (document: string) => Promise<void>
}

/** A file on disk that can be written in place. Opaque: only `Files` looks inside. */
export interface FileHandle {
  readonly name: string
}

export interface OpenedFile {
  readonly name: string
  readonly text: string
  readonly changedAt: number
  /** Where the browser lets us write it back. */
  readonly handle?: FileHandle
}

export type FilesProblem =
  | { readonly kind: 'refused' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'tooLarge'; readonly size: number; readonly limit: number }
  | { readonly kind: 'failed'; readonly reason: string }

export interface FileKind {
  /** In the picker: "Relata document". */
  readonly label: string
  readonly mime: string
  /** With their dots. */
  readonly extensions: readonly string[]
}

export interface FileToSave {
  readonly name: string
  readonly content: string | Blob
  readonly kind: FileKind
}

/** `undefined` where the user closed the picker. */
export interface Files {
  readonly canSaveInPlace: boolean
  readonly open: (kinds: readonly FileKind[]) => Promise<Result<OpenedFile | undefined, FilesProblem>>
  /** Picked or downloaded; a handle comes back where there is one. */
  readonly saveAs: (
    file: FileToSave,
  ) => Promise<Result<{ readonly handle?: FileHandle } | undefined, FilesProblem>>
  readonly save: (handle: FileHandle, content: string | Blob) => Promise<Result<void, FilesProblem>>
  /** May we write there? The browser may ask the person, so only a gesture may ask. */
  readonly allow: (handle: FileHandle, how: 'ask' | 'look') => Promise<boolean>
  /** Calls back when something there changes, where the browser can tell; ends with the returned function. */
  readonly watch: (handle: FileHandle, onChange: () => void) => () => void
  /** The file as it is on disk now, to see a change from outside. */
  readonly reread: (handle: FileHandle) => Promise<Result<OpenedFile, FilesProblem>>
  /** Files dropped on the window, or opened with it by the system. */
  readonly dropped: (data: DataTransfer) => Promise<readonly Result<OpenedFile, FilesProblem>[]>
}

/** Texts of a folder by their paths, with forward slashes. */
export type FolderFiles = ReadonlyMap<string, string>

export interface OpenedFolder {
  readonly name: string
  readonly files: FolderFiles
  /** Where it can be written back. */
  readonly handle?: FileHandle
}

/** Folders on the disk, where the browser has a picker for them. */
export interface Folders {
  readonly canPick: boolean
  /** `undefined` where the user closed the picker. */
  readonly pick: () => Promise<
    Result<{ readonly name: string; readonly handle: FileHandle } | undefined, FilesProblem>
  >
  /** The JSON files in it. */
  readonly read: (handle: FileHandle) => Promise<Result<FolderFiles, FilesProblem>>
  /** Writes what differs, removes those of `before` that are no longer there, touches nothing else. */
  readonly write: (
    handle: FileHandle,
    files: FolderFiles,
    before: readonly string[],
  ) => Promise<Result<{ readonly written: number; readonly removed: number }, FilesProblem>>
}

/** A file that is only read, by its path within what was chosen. */
export interface PickedFile {
  readonly name: string
  readonly file: File
  /** Where it was dropped, so that a document can be saved there. */
  readonly handle?: FileHandle
}

/** Several files, or all of a folder. Empty where nothing was chosen. */
export interface SourceFiles {
  readonly choose: () => Promise<readonly PickedFile[]>
  readonly chooseFolder: () => Promise<readonly PickedFile[]>
  readonly dropped: (data: DataTransfer) => Promise<readonly PickedFile[]>
}

export interface Copied {
  /** For every other program. */
  readonly text: string
  /** For Relata: a piece of a document in the own format. */
  readonly fragment?: string
}

export interface ClipboardService {
  /** False when the browser refused. */
  readonly write: (copied: Copied) => Promise<boolean>
  /** `undefined` when the browser refused: a paste event still brings the data. */
  readonly read: () => Promise<Copied | undefined>
  readonly readEvent: (data: DataTransfer) => Copied
}

export interface Lock {
  readonly release: () => void
  /** Resolves when another tab took it over. */
  readonly lost: Promise<void>
}

export interface Locks {
  /** The lock if nobody has it. `steal` takes it from whoever has. */
  readonly take: (name: string, how?: 'ifFree' | 'steal') => Promise<Lock | undefined>
  /** Waits until it is free. */
  readonly wait: (name: string, signal: AbortSignal) => Promise<Lock | undefined>
}

export interface Channel {
  readonly post: (message: unknown) => void
  readonly close: () => void
}

export interface Broadcast {
  /** Messages of other tabs, as they come: check them. */
  readonly join: (name: string, onMessage: (message: unknown) => void) => Channel
}

export interface Platform {
  readonly newId: () => string
  readonly clock: Clock
  readonly documents: DocumentStore
  readonly versions: VersionStore
  readonly places: Places
  readonly files: Files
  readonly folders: Folders
  readonly sourceFiles: SourceFiles
  readonly clipboard: ClipboardService
  readonly locks: Locks
  readonly broadcast: Broadcast
}
