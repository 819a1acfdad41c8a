import { root } from '../run/root.mjs'
import { importViolations } from './imports.mjs'

const { modules, violations } = await importViolations(root, ['src', 'e2e'])
for (const { rule, comment, from, to } of violations) {
  console.log(`${from} > ${to}\n    ${rule}: ${comment}`)
}
console.log(`${violations.length} violations in ${modules} modules`)
process.exitCode = violations.length === 0 ? 0 : 1
