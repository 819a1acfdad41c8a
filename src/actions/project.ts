// What one does to the document as a whole.
import { renameProject } from '../core/commands/project'
import { perform } from '../state/perform'

export const renameDocument = (name: string): void => {
  perform(`Rename the document to ${name}`, (cx) => renameProject(cx, name))
}
