export { ShareDialog } from './ShareDialog'
