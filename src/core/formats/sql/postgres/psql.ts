// psql's own commands: what they would have done, as far as it matters to a schema.
import type { Remark, Spot } from '../statement'

const silent =
  /^\\(?:restrict|unrestrict|set|unset|echo|qecho|warn|timing|pset|x|a|t|h|encoding|errverbose|g|gset|gx|watch|d\S*|l|z|conninfo|password|prompt|o|out|w|q|r|p)(?:\s|$)/i
const including = /^\\(?:i|ir|include|include_relative)\s/i
const connecting = /^\\(?:c|connect)(?:\s|$)/i
const branching = /^\\(?:if|elif|else|endif)(?:\s|$)/i

/** A remark where a command would have changed what follows. */
export function remarkOn(command: string, at: Spot): Remark | undefined {
  if (silent.test(command)) return undefined
  if (including.test(command)) {
    return {
      level: 'loss',
      code: 'included',
      message: `Another file is read here, which was not given: ${command}`,
      remedy: 'Give all files together.',
      at,
    }
  }
  if (branching.test(command)) {
    if (!/^\\(?:if|elif|else)/i.test(command)) return undefined
    const message = `psql would read one way only; both are read here: ${command}`
    return { level: 'warning', code: 'psqlCondition', message, at }
  }
  if (connecting.test(command)) {
    const message = `Another database begins here; all are read as one: ${command}`
    return { level: 'info', code: 'connected', message, at }
  }
  if (/^\\copy\b/i.test(command))
    return {
      level: 'info',
      code: 'psqlCopy',
      message: `Rows come from a file that was not given: ${command}`,
      at,
    }
  return { level: 'info', code: 'psqlCommand', message: `A command of psql is passed over: ${command}`, at }
}
