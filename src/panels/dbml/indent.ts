import { indentService, type IndentContext } from '@codemirror/language'

/** The text above a line that tells how deep it stands; a line that is being broken tells by what stays in it. */
function textAbove({ state, simulatedBreak }: IndentContext, pos: number): string | undefined {
  const line = state.doc.lineAt(pos)
  const isBroken = simulatedBreak !== null && simulatedBreak >= line.from && simulatedBreak <= line.to
  const rest = isBroken ? line.text.slice(0, simulatedBreak - line.from) : ''
  if (rest.trim() !== '') return rest
  for (let number = line.number - 1; number > 0; number -= 1) {
    const { text } = state.doc.line(number)
    if (text.trim() !== '') return text
  }
  return undefined
}

/** As deep as the line before, deeper behind an opened brace; a line that closes stands with what it closes. */
export const indent = indentService.of((context, pos) => {
  const above = textAbove(context, pos)
  if (above === undefined) return 0
  const depth = /^\s*/.exec(above)?.[0].length ?? 0
  const opened = /[{[(]\s*(?:\/\/.*)?$/.test(above) ? context.unit : 0
  const closed = /^\s*[}\])]/.test(context.textAfterPos(pos)) ? context.unit : 0
  return Math.max(0, depth + opened - closed)
})
