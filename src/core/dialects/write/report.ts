import type { Loss } from './rules'

type ReportWords = readonly [level: Loss['level'], code: string, message: string, remedy?: string]

/** A notice in one line. */
export const report = (...[level, code, message, remedy]: ReportWords): Loss => ({
  level,
  code,
  message,
  ...(remedy === undefined ? {} : { remedy }),
})
