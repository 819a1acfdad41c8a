// Booleans are a type of their own in one database and numbers in another.
import { isMark, isWord, said, Undecided, type Piece, type Telling } from './pieces'

const comparison = /^(?:=|<>|!=|<=>|is|in|<|>|<=|>=|like|between|\.)$/i
const conditionWords = ['on', 'where', 'having', 'and', 'or', 'not', 'when'] as const

/** Does a boolean that stands here decide something, or is it a value? */
export function decides(pieces: readonly Piece[], at: number, telling: Telling): boolean {
  const after = pieces[at + 1]
  if (after && comparison.test(after.text)) return false
  let start = at
  // users.active begins where its qualifier does.
  while (isMark(pieces[start - 1], '.')) start -= 2
  const before = pieces[start - 1]
  return before
    ? isWord(before, ...conditionWords) && !isBetween(pieces, start)
    : telling.isCondition === true
}

/** `BETWEEN a AND b`: this AND joins no conditions. */
const isBetween = (pieces: readonly Piece[], at: number): boolean =>
  isWord(pieces[at - 1], 'and') && isWord(pieces[at - 3], 'between')

/** 0 and 1 that are compared with a boolean become booleans where those are no numbers. */
function asBooleans(pieces: readonly Piece[], { phrases }: Telling['to']): readonly Piece[] {
  return pieces.map((piece, i) => {
    const isCompared =
      pieces[i - 2]?.ref?.isBoolean === true && /^(?:=|<>|!=)$/.test(pieces[i - 1]?.text ?? '')
    if (piece.kind !== 'number' || !isCompared) return piece
    return said(
      phrases.meaning[Number(piece.text) === 0 ? 'false' : 'true'](undefined) ?? piece.text,
      piece.gap,
    )
  })
}

/** A boolean that is a number decides nothing by itself: it is compared with 1, or with 0 behind a NOT. */
function asNumbers(pieces: readonly Piece[], telling: Telling): readonly Piece[] {
  const out: Piece[] = []
  for (const [i, piece] of pieces.entries()) {
    const isLiteral = isWord(piece, 'true', 'false')
    const before = pieces[i - 1]
    if (!isLiteral && !piece.ref?.isBoolean) out.push(piece)
    else if (!decides(pieces, i, telling)) {
      const saysIs = isWord(pieces[i + 1], 'is') && !isWord(pieces[i + 2], 'null', 'not')
      if (saysIs) throw new Undecided('IS TRUE has no like')
      out.push(piece)
    } else if (isLiteral) out.push(said(isWord(piece, 'true') ? '1 = 1' : '1 = 0', piece.gap))
    else if (before && isWord(before, 'not')) {
      out.pop()
      out.push(said(`${piece.text} = 0`, before.gap))
    } else out.push(said(`${piece.text} = 1`, piece.gap))
  }
  return out
}

export function sayBooleans(pieces: readonly Piece[], telling: Telling): readonly Piece[] {
  if (telling.to.booleans === 'native') return asBooleans(pieces, telling.to)
  return telling.to.booleans === 'number' ? asNumbers(pieces, telling) : pieces
}
