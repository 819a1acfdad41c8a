import { readFileSync } from 'node:fs'
import { fromRoot } from '../run/root.mjs'
import { missingFromLock } from './lock.mjs'

const missing = missingFromLock(JSON.parse(readFileSync(fromRoot('package-lock.json'), 'utf8')))
for (const line of missing)
  console.log(`${line}, which package-lock.json lacks: choose a version that has it`)
process.exitCode = missing.length === 0 ? 0 : 1
