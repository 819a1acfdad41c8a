// Names in SQL: finding what they mean, writing them as they are called today.
export { currentSql, nameOfRef, spellRef } from './currentSql'
export { caughtUp, mentionsOf, type Mention } from './mentions'
export { bindType, readType } from './readType'
export { resolveRow, resolveSchema, scopeOf } from './resolveRows'
export { analyseSql, resolveSql, type SqlScope } from './resolveSql'
export { mapTexts, textKinds, textsOf, type TextPlace } from './texts'
export { tokenize, type Token } from './tokens'
