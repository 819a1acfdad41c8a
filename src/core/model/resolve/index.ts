// Names in SQL: finding what they mean, writing them as they are called today.
export { currentSql } from './currentSql'
export { caughtUp, mentionsOf, type Mention } from './mentions'
export { resolveRow, resolveSchema } from './resolveRows'
export { mapTexts, textKinds, textsOf, type TextPlace } from './texts'
