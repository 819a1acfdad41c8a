// Who comes back to the window may have changed the open file elsewhere.
import type { Disk } from '../state/disk/disk'

export function lookWhenBack(disk: Disk): void {
  window.addEventListener('focus', () => void disk.check())
  window.document.addEventListener('visibilitychange', () => {
    if (window.document.visibilityState === 'visible') void disk.check()
  })
}
