// What was asked for on the command line, or what is wrong with it.
import { fail, ok, type Result } from '../core/lib/result'

export interface Convert {
  readonly kind: 'convert'
  /** "-" is standard input. */
  readonly file: string
  readonly to: string
  readonly from: string | undefined
  readonly isStrict: boolean
  /** Undefined: standard output. */
  readonly out: string | undefined
  /** The diagram of a picture, by name; the first one unless told. */
  readonly diagram: string | undefined
}

export type Command =
  Convert | { readonly kind: 'formats' } | { readonly kind: 'help' } | { readonly kind: 'version' }

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
  isStrict: boolean
}

/** `--to=mysql` is `--to mysql`. */
const split = (words: readonly string[]): readonly string[] =>
  words.flatMap((word) => {
    const found = /^(--[a-z]+)=(.*)$/s.exec(word)
    return found ? [found[1] ?? '', found[2] ?? ''] : [word]
  })

function readWords(words: readonly string[]): Result<Read, string> {
  const read: Read = { files: [], values: new Map(), isStrict: false }
  const rest = split(words)
  for (let i = 0; i < rest.length; i += 1) {
    const word = rest[i] ?? ''
    if (word === '--strict') read.isStrict = true
    else if (isValued(word)) {
      const value = rest[(i += 1)]
      if (value === undefined) return fail(`${word} needs a value`)
      read.values.set(valued[word], value)
    } else if (word.startsWith('-') && word !== '-') return fail(`${word} is not an option`)
    else read.files.push(word)
  }
  return ok(read)
}

function readConvert(words: readonly string[]): Result<Command, string> {
  const result = readWords(words)
  if (!result.ok) return result
  const { files, values, isStrict } = result.value
  const [file, another] = files
  if (file === undefined) return fail('convert needs a file to read; - is standard input')
  if (another !== undefined) return fail(`convert reads one file; ${another} is one too many`)
  const to = values.get('to')
  if (to === undefined) return fail('convert needs --to: what shall be written')
  const out = values.get('out')
  return ok({
    kind: 'convert',
    file,
    to,
    from: values.get('from'),
    isStrict,
    out: out === '-' ? undefined : out,
    diagram: values.get('diagram'),
  })
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
  return fail(`${first} is not a command`)
}
