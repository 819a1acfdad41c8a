export { settle } from './integrity/settle'
