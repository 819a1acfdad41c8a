// What actions need from the browser and from the workspace: handed in by app, faked in tests.

import type { ArrangeWish } from '../state/arrange'
import type { Disk } from '../state/disk/disk'
import type { ClipboardPort, FilesPort } from '../state/ports'
import type { Workspace } from '../state/workspace'

export type Arrange = (wish: ArrangeWish) => Promise<void>

export interface Services {
  readonly workspace: Workspace
  readonly files: FilesPort
  readonly disk: Disk
  readonly clipboard: ClipboardPort
  readonly arrange: Arrange
}
