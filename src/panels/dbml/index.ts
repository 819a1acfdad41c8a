export { DbmlPanel, type DbmlPanelProps } from './DbmlPanel'
