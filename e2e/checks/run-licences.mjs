import { licenceProblems, productionLicences } from './licences.mjs'

const licences = productionLicences()
const problems = licenceProblems(licences)
console.log(
  problems.length === 0 ? `${licences.length} production packages, all allowed` : problems.join('\n'),
)
process.exitCode = problems.length === 0 ? 0 : 1
