export { DamagedDialog } from './DamagedDialog'
export { VersionsDialog } from './VersionsDialog'
export { OutsideDialog } from './OutsideDialog'
