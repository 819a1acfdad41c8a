export { TargetDialog } from './TargetDialog'
