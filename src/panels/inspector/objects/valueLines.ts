/** Values as people paste them: one on each line, or in a list with commas and quotes. */
export function readValueLines(text: string): readonly string[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const pieces = lines.length === 1 ? splitList(lines[0] ?? '') : lines
  return pieces.map(bare).filter((value) => value !== '')
}

/** Commas inside quotes are part of a value. */
const splitList = (line: string): readonly string[] =>
  line.replace(/^\s*\(|\)\s*;?\s*$/g, '').match(/'(?:[^']|'')*'|"(?:[^"]|"")*"|[^,]+/g) ?? []

function bare(piece: string): string {
  const text = piece
    .trim()
    .replace(/^[-*•]\s+/, '')
    .replace(/,$/, '')
    .trim()
  const [, single, double] = /^(?:'((?:[^']|'')*)'|"((?:[^"]|"")*)")$/.exec(text) ?? []
  return single?.replaceAll("''", "'") ?? double?.replaceAll('""', '"') ?? text
}
