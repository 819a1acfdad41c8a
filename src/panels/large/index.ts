export { HideDialog } from './HideDialog'
export { WayDialog } from './WayDialog'
