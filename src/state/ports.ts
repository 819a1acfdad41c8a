// The browser's services as actions and panels see them; state may know platform, they may not.
export type {
  ClipboardService as ClipboardPort,
  Copied,
  FileKind,
  FileHandle,
  Files as FilesPort,
  FilesProblem,
  PickedFile,
  SourceFiles as SourceFilesPort,
} from '../platform/types'
