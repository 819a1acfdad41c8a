export type { FileContent, FileNotice, FileProblem, NoticeCode } from './problem'
export { read, sizeLimit } from './read'
export { write } from './write'
export { currentVersion } from './current'
