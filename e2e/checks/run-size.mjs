import { measureFirstLoad } from './size.mjs'

const { isWithin, report } = measureFirstLoad()
console.log(report)
process.exitCode = isWithin ? 0 : 1
