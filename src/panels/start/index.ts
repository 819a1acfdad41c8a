export { Start } from './Start'
