export { SqlPanel, type SqlPanelProps } from './SqlPanel'
