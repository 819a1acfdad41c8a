import { readFileSync } from 'node:fs'
import { fromRoot } from '../run/root.mjs'
import { packagesIn, readmeProblems } from './readme.mjs'

const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
  readFileSync(fromRoot('package.json'), 'utf8'),
)
const wanted = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })
const problems = readmeProblems(packagesIn(readFileSync(fromRoot('README.md'), 'utf8')), wanted)
for (const problem of problems) console.log(problem)
process.exitCode = problems.length === 0 ? 0 : 1
