// What one does to the document as a whole.
import { renameProject, setTarget as setProjectTarget } from '../core/commands/project'
import type { Target } from '../core/model/target'
import { dialects } from '../core/dialects'
import { perform } from '../state/perform'

export const renameDocument = (name: string): void => {
  perform(`Rename the document to ${name}`, (cx) => renameProject(cx, name))
}

export const setTarget = (target: Target): void => {
  perform(`Write for ${dialects[target.dialect].label} ${target.version}`, (cx) =>
    setProjectTarget(cx, target),
  )
}
