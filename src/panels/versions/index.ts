export { DamagedDialog } from './DamagedDialog'
