export type { FileContent, FileNotice, FileProblem } from './problem'
export { read } from './read'
export { safeFileName } from './folder'
export { write, writeSteps } from './write'
