export { InsertTemplate } from './InsertTemplate'
export { Start } from './Start'
