export { StatementDialog } from './StatementDialog'
