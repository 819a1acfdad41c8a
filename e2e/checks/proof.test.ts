import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dialects } from '../../src/core/dialects'
import { fromRoot } from '../run/root.mjs'

test.each(Object.values(dialects))(
  'README says on what the scripts for $label are proved',
  ({ label, proof }) => {
    const readme = readFileSync(fromRoot('README.md'), 'utf8')
    const line = readme.split('\n').find((text) => text.startsWith('- ') && text.includes(label)) ?? ''
    for (const name of proof.kind === 'engine' ? proof.engines : [proof.parser]) expect(line).toContain(name)
  },
)
