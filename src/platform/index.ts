// The browser, as the app hands it to the rest.
import { browserBroadcast } from './broadcast'
import { browserClipboard } from './clipboard'
import { clock } from './clock'
import { browserFiles } from './files'
import { browserFolders } from './folders'
import { browserLocks } from './locks'
import { newId } from './newId'
import { browserSourceFiles } from './sourceFiles'
import { browserStorage } from './storage/browserStorage'
import type { Platform } from './types'

export type * from './types'

export function browserPlatform(): Platform {
  const broadcast = browserBroadcast()
  return {
    newId,
    clock,
    broadcast,
    ...browserStorage('relata', { newId, now: clock.now }),
    files: browserFiles(),
    folders: browserFolders(),
    sourceFiles: browserSourceFiles(),
    clipboard: browserClipboard(),
    locks: browserLocks({ broadcast, newId }),
  }
}
