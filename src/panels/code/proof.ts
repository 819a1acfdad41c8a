import { assertNever } from '../../core/lib/assertNever'
import type { Dialect, Proof } from '../../core/dialects/dialect'

const list = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`

/** How sure we are that the script runs, plainly. */
export function proofSentence({ label, proof }: Pick<Dialect, 'label'> & { readonly proof: Proof }): string {
  switch (proof.kind) {
    case 'engine':
      if (proof.of !== undefined)
        return `Not run on ${label} itself: our tests run these scripts on ${list(proof.engines)}, which it descends from.`
      return `Proved: our tests run these scripts on ${list(proof.engines)} and compare what the database then says with the model.`
    case 'parser':
      return `Not run: our tests have no ${label}. The parser ${proof.parser} accepts these scripts.`
    default:
      return assertNever(proof)
  }
}
