export { Shortcuts } from './Shortcuts'
