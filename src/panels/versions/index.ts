export { DamagedDialog } from './DamagedDialog'
export { VersionsDialog } from './VersionsDialog'
