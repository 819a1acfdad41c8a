// The shared machinery that turns a schema into a script.
import type { Dialect } from './dialect'

export const write: Dialect['write'] = () => ({ text: '', statements: [], notices: [] })
