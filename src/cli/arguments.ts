// What was asked for on the command line, or what is wrong with it.
import { fail, ok, type Result } from '../core/lib/result'
import { dialectIds, isDialectId, type DialectId } from '../core/model/target'
import { isDdlSwitch, isDdlValued, readDdlFlags, type DdlFlags } from './ddlFlags'

export interface Convert {
  readonly kind: 'convert'
  /** Read one after the other, as migrations are; "-" is standard input, a folder all that is in it. */
  readonly files: readonly string[]
  readonly to: string
  readonly from: string | undefined
  readonly isStrict: boolean
  /** DBML for other programs: nothing under keys of our own. */
  readonly isPlain: boolean
  /** Undefined: standard output. */
  readonly out: string | undefined
  /** By name: the diagram of a picture, where the first is usual, or the one whose tables a script makes. */
  readonly diagram: string | undefined
  readonly ddl: DdlFlags
}

export type Command =
  | Convert
  | { readonly kind: 'catalogueQuery'; readonly dialect: DialectId }
  | { readonly kind: 'formats' }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }

const valued = {
  '--to': 'to',
  '--from': 'from',
  '--diagram': 'diagram',
  '-o': 'out',
  '--out': 'out',
} as const satisfies Readonly<Record<string, keyof Convert>>

const isValued = (word: string): word is keyof typeof valued => Object.hasOwn(valued, word)

interface Read {
  readonly files: string[]
  readonly values: Map<string, string>
  readonly ddl: [flag: string, value: string][]
  isStrict: boolean
  isPlain: boolean
}

/** `--to=mysql` is `--to mysql`. */
const split = (words: readonly string[]): readonly string[] =>
  words.flatMap((word) => {
    const found = /^(--[a-z-]+)=(.*)$/s.exec(word)
    return found ? [found[1] ?? '', found[2] ?? ''] : [word]
  })

function readWords(words: readonly string[]): Result<Read, string> {
  const read: Read = { files: [], values: new Map(), ddl: [], isStrict: false, isPlain: false }
  const rest = split(words)
  for (let i = 0; i < rest.length; i += 1) {
    const word = rest[i] ?? ''
    if (word === '--strict') read.isStrict = true
    else if (word === '--plain') read.isPlain = true
    else if (isDdlSwitch(word)) read.ddl.push([word, ''])
    else if (isValued(word) || isDdlValued(word)) {
      const value = rest[(i += 1)]
      if (value === undefined) return fail(`${word} needs a value`)
      if (isValued(word)) read.values.set(valued[word], value)
      else read.ddl.push([word, value])
    } else if (word.startsWith('-') && word !== '-') return fail(`${word} is not an option`)
    else read.files.push(word)
  }
  return ok(read)
}

function readConvert(words: readonly string[]): Result<Command, string> {
  const result = readWords(words)
  if (!result.ok) return result
  const { files, values, isStrict, isPlain } = result.value
  if (files.length === 0) return fail('convert needs a file to read; - is standard input')
  const to = values.get('to')
  if (to === undefined) return fail('convert needs --to: what shall be written')
  const out = values.get('out')
  const ddl = readDdlFlags(result.value.ddl)
  if (!ddl.ok) return ddl
  if (ddl.value.perTable && (out === undefined || out === '-'))
    return fail('--per-table needs -o: the folder to write into')
  return ok({
    kind: 'convert',
    files,
    to,
    from: values.get('from'),
    isStrict,
    isPlain,
    out: out === '-' ? undefined : out,
    diagram: values.get('diagram'),
    ddl: ddl.value,
  })
}

function readCatalogueQuery([dialect = '', ...more]: readonly string[]): Result<Command, string> {
  if (more.length > 0) return fail(`catalogue-query takes one database; ${more.join(' ')} is too much`)
  return isDialectId(dialect)
    ? ok({ kind: 'catalogueQuery', dialect })
    : fail(`catalogue-query needs a database: ${dialectIds.join(', ')}`)
}

export function readArguments(words: readonly string[]): Result<Command, string> {
  const [first, ...rest] = words
  if (first === undefined) return fail('Say what to do')
  if (words.includes('--help') || words.includes('-h') || first === 'help') return ok({ kind: 'help' })
  if (first === '--version' || first === '-v') return ok({ kind: 'version' })
  if (first === 'formats') {
    return rest.length === 0
      ? ok({ kind: 'formats' })
      : fail(`formats takes nothing; ${rest.join(' ')} is too much`)
  }
  if (first === 'convert') return readConvert(rest)
  if (first === 'catalogue-query') return readCatalogueQuery(rest)
  return fail(`${first} is not a command`)
}
