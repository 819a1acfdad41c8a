// The first version of the file. It is what `current.ts` declares for as long as there is no other. The day the
// format changes, the step from here to version 2 is written down below as `toNext`; the files in `fixtures/v1`
// never change and must open for ever.
import type { Version } from './version'

export const v1: Version = { number: 1 }
