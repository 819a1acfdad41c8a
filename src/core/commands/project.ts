// The document itself.
import type { Project } from '../model/records'
import { projectOf } from '../model/schema'
import type { Target } from '../model/target'
import type { Cx, Done } from './context'
import { update, type Patch } from './patch'

export const updateProject = (cx: Cx, patch: Patch<Project>): Done =>
  update(cx, { kind: 'project', id: projectOf(cx.tx.now()).id }, patch)

export const renameProject = (cx: Cx, name: string): Done => updateProject(cx, { name })

/** The database that is written for. Types keep their spelling until they are translated. */
export const setTarget = (cx: Cx, target: Target): Done => updateProject(cx, { target })
