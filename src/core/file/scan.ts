// Where in a JSON text something stands: the first place that is not JSON, or the values at given paths.
// The engine's own parser is quick but tells no places, so this runs only when there is something to tell.

export interface Place {
  /** Both from 1. */
  readonly line: number
  readonly column: number
}

export type Path = readonly (string | number)[]

interface Wanted {
  offset?: number
  readonly below: Map<string | number, Wanted>
}

interface Frame {
  readonly close: '}' | ']'
  readonly node: Wanted | undefined
  index: number
}

class NotJson extends Error {
  readonly offset: number

  constructor(offset: number) {
    super('Not JSON')
    this.offset = offset
  }
}

function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset)
  const lastBreak = before.lastIndexOf('\n')
  return { line: before.split('\n').length, column: offset - lastBreak }
}

class Scanner {
  private at = 0
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  private fail(offset = this.at): never {
    throw new NotJson(offset)
  }

  private space(): void {
    while (this.at < this.text.length && ' \t\n\r'.includes(this.text.charAt(this.at))) this.at++
  }

  private take(char: string): boolean {
    if (this.text.charAt(this.at) !== char) return false
    this.at++
    return true
  }

  private string(): string {
    const start = this.at
    if (!this.take('"')) this.fail()
    for (;;) {
      const char = this.text.charAt(this.at)
      if (char === '' || char < ' ') this.fail()
      this.at += char === '\\' ? 2 : 1
      if (char === '"') break
    }
    try {
      return String(JSON.parse(this.text.slice(start, this.at)))
    } catch (error) {
      // Only an unknown escape is left to go wrong in a string that has its end.
      if (error instanceof SyntaxError) return this.fail(start)
      throw error
    }
  }

  private scalar(): void {
    if (this.text.charAt(this.at) === '"') {
      this.string()
      return
    }
    const word = /(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)/y
    word.lastIndex = this.at
    if (!word.test(this.text)) this.fail()
    this.at = word.lastIndex
  }

  /** Steps to the next member of a container: its name is read, its colon passed. False at the end of it. */
  private nextMember(frame: Frame): boolean {
    this.space()
    if (this.take(frame.close)) {
      if (frame.index > 0 || frame.index === -1) return false
    } else if (frame.index === 0 || this.take(',')) {
      frame.index++
      this.space()
      return true
    }
    return this.fail()
  }

  private key(frame: Frame): string | number {
    if (frame.close === ']') return frame.index - 1
    const name = this.string()
    this.space()
    if (!this.take(':')) this.fail()
    this.space()
    return name
  }

  /** Reads a value's start; a container comes back as a frame to go on in. */
  private open(node: Wanted | undefined): Frame | undefined {
    if (node) node.offset ??= this.at
    const close = this.take('{') ? '}' : this.take('[') ? ']' : undefined
    if (close === undefined) {
      this.scalar()
      return undefined
    }
    this.space()
    const isEmpty = this.text.charAt(this.at) === close
    return { close, node, index: isEmpty ? -1 : 0 }
  }

  run(root: Wanted): void {
    this.space()
    const first = this.open(root)
    const stack = first ? [first] : []
    for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
      if (!this.nextMember(frame)) {
        stack.pop()
        continue
      }
      const key = this.key(frame)
      const inner = this.open(frame.node?.below.get(key))
      if (inner) stack.push(inner)
    }
    this.space()
    if (this.at < this.text.length) this.fail()
  }
}

/** The first place that is not JSON; undefined when all of it is. */
export function firstFault(text: string): Place | undefined {
  try {
    new Scanner(text).run({ below: new Map() })
    return undefined
  } catch (error) {
    if (error instanceof NotJson) return placeAt(text, Math.min(error.offset, text.length))
    throw error
  }
}

/** The lines on which the values at these paths start, or on which the nearest thing around them does. */
export function linesOf(text: string, paths: readonly Path[]): readonly number[] {
  const root: Wanted = { below: new Map() }
  const nodes = paths.map((path) => {
    const trail = [root]
    for (const key of path) {
      const node: Wanted = trail.at(-1)?.below.get(key) ?? { below: new Map() }
      trail.at(-1)?.below.set(key, node)
      trail.push(node)
    }
    return trail
  })
  new Scanner(text).run(root)
  const starts: number[] = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return nodes.map((trail) =>
    lineAt(starts, trail.findLast(({ offset }) => offset !== undefined)?.offset ?? 0),
  )
}

function lineAt(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle
  }
  return low + 1
}
