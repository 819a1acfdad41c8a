// Laws are tried with the same random input on every run, so that a run can be trusted and repeated. `RELATA_SEED=7`
// tries other input, `RELATA_SEED=random` some that nobody has seen: how new faults are looked for.
import fc from 'fast-check'

const asked = process.env['RELATA_SEED']

if (asked !== 'random') fc.configureGlobal({ seed: Number(asked ?? 1) })
