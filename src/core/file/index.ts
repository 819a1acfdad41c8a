export type { FileContent, FileNotice, FileProblem } from './problem'
export { read } from './read'
export { readFolder, safeFileName, writeFolder } from './folder'
export { write, writeSteps } from './write'
