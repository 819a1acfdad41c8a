// Names as people describe many at once: `audit_*, *_log`. A piece without a star or a question mark is looked for
// anywhere in the name.

/** Undefined where nothing is described. */
export function namePattern(pattern: string): ((name: string) => boolean) | undefined {
  const pieces = pattern
    .split(/[\s,;]+/)
    .filter((piece) => piece !== '')
    .map(toTest)
  return pieces.length === 0 ? undefined : (name) => pieces.some((isMeant) => isMeant(name.toLowerCase()))
}

function toTest(piece: string): (lower: string) => boolean {
  const wanted = piece.toLowerCase()
  if (!/[*?]/.test(wanted)) return (name) => name.includes(wanted)
  const source = wanted
    .split(/(\*+|\?)/)
    .map((part) =>
      part === '?' ? '.' : part.startsWith('*') ? '.*' : part.replace(/[\\^$.|+()[\]{}]/g, '\\$&'),
    )
    .join('')
  const whole = new RegExp(`^${source}$`, 'su')
  return (name) => whole.test(name)
}
