// Blocks of a Prisma schema as they stand: members, attributes, arguments. What they mean is said elsewhere.
import type { Remark, Spot } from '../sql/statement'
import { tokensOf, type Token } from './tokens'

export type Value =
  | { readonly kind: 'word' | 'string' | 'number'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Argument[] }

export interface Argument {
  /** Empty where it stands without one. */
  readonly name: string
  readonly value: Value
}

export interface Attribute {
  readonly name: string
  readonly args: readonly Argument[]
  readonly at: Spot
}

export interface Member {
  readonly name: string
  /** Empty for the value of an enum. */
  readonly type: string
  /** Of Unsupported("…"). */
  readonly typeArgument?: string
  readonly isList: boolean
  readonly isOptional: boolean
  readonly attributes: readonly Attribute[]
  /** Of `provider = "…"` in a datasource. */
  readonly value?: Value
  readonly doc: string
  readonly at: Spot
}

export const blockKinds = ['model', 'view', 'enum', 'type', 'datasource', 'generator'] as const
export type BlockKind = (typeof blockKinds)[number]

export interface Block {
  readonly kind: BlockKind
  readonly name: string
  readonly members: readonly Member[]
  readonly attributes: readonly Attribute[]
  readonly doc: string
  readonly at: Spot
}

export interface Parsed {
  readonly blocks: readonly Block[]
  readonly remarks: readonly Remark[]
}

const end: Token = { kind: 'newline', text: '', at: { from: 0, to: 0 } }
const isBlockKind = (word: string): word is BlockKind => (blockKinds as readonly string[]).includes(word)
/** Lists within lists that deep are no schema. */
const deepest = 50

class Parser {
  readonly blocks: Block[] = []
  readonly remarks: Remark[] = []
  private readonly tokens: readonly Token[]
  private readonly length: number
  private i = 0
  private depth = 0

  constructor(text: string) {
    this.tokens = tokensOf(text)
    this.length = text.length
  }

  private now(): Token {
    return this.tokens[this.i] ?? { ...end, at: { from: this.length, to: this.length } }
  }

  private isOver(): boolean {
    return this.i >= this.tokens.length
  }

  private isMark(text: string): boolean {
    return this.now().kind === 'mark' && this.now().text === text
  }

  private accept(text: string): boolean {
    if (!this.isMark(text)) return false
    this.i += 1
    return true
  }

  private skipLines(): void {
    while (!this.isOver() && this.now().kind === 'newline') this.i += 1
  }

  private toLineEnd(): void {
    while (!this.isOver() && this.now().kind !== 'newline' && !this.isMark('}')) this.i += 1
  }

  private odd(message: string, at: Spot): void {
    this.remarks.push({ level: 'warning', code: 'notUnderstood', message, at })
  }

  /** The comment lines that stand right before something. */
  private docs(): string {
    const lines: string[] = []
    for (;;) {
      if (this.now().kind === 'doc' && !this.isOver()) lines.push(this.now().text)
      else if (this.now().kind !== 'newline' || this.isOver()) return lines.join('\n')
      this.i += 1
    }
  }

  file(): void {
    while (!this.isOver()) {
      const doc = this.docs()
      if (this.isOver()) return
      const { text, kind, at } = this.now()
      if (kind === 'word' && isBlockKind(text)) this.block(text, doc)
      else {
        this.odd(`Nothing that a Prisma schema begins with: ${text}`, at)
        this.i += 1
        this.toLineEnd()
        this.accept('}')
      }
    }
  }

  private block(kind: BlockKind, doc: string): void {
    const { from } = this.now().at
    this.i += 1
    const name = this.now().kind === 'word' ? this.now().text : ''
    if (name !== '') this.i += 1
    this.skipLines()
    if (!this.accept('{')) {
      this.odd(`${kind} ${name} has no body`, this.now().at)
      this.toLineEnd()
      return
    }
    const members: Member[] = []
    const attributes: Attribute[] = []
    for (;;) {
      const memberDoc = this.docs()
      if (this.isOver()) {
        this.odd(`${kind} ${name} is not closed`, { from, to: this.length })
        break
      }
      if (this.accept('}')) break
      if (this.isMark('@@')) attributes.push(this.attribute())
      else this.member(kind, memberDoc, members)
    }
    const to = this.tokens[this.i - 1]?.at.to ?? this.length
    this.blocks.push({ kind, name, members, attributes, doc, at: { from, to } })
  }

  private member(kind: BlockKind, doc: string, members: Member[]): void {
    const { from } = this.now().at
    if (this.now().kind !== 'word') {
      this.odd(`Not understood: ${this.now().text}`, this.now().at)
      this.i += 1
      this.toLineEnd()
      return
    }
    const name = this.now().text
    this.i += 1
    let value: Value | undefined
    let type = { type: '', isList: false, isOptional: false, typeArgument: undefined as string | undefined }
    if (kind === 'datasource' || kind === 'generator') {
      if (this.accept('=')) value = this.value()
    } else if (kind !== 'enum') type = this.type()
    const attributes: Attribute[] = []
    while (this.isMark('@')) attributes.push(this.attribute())
    // A comment behind a member speaks of it.
    const behind = this.now().kind === 'doc' && !this.isOver() ? this.now().text : ''
    if (behind !== '') this.i += 1
    this.restOfLine()
    const to = this.tokens[this.i - 1]?.at.to ?? from
    const { typeArgument, ...plain } = type
    members.push({
      name,
      ...plain,
      ...(typeArgument !== undefined && { typeArgument }),
      ...(value && { value }),
      attributes,
      doc: [doc, behind].filter((text) => text !== '').join('\n'),
      at: { from, to },
    })
  }

  private restOfLine(): void {
    if (this.isOver() || this.now().kind === 'newline' || this.isMark('}')) return
    const { from } = this.now().at
    this.toLineEnd()
    this.odd('The rest of this line is not understood', { from, to: this.tokens[this.i - 1]?.at.to ?? from })
  }

  private type() {
    const type = this.now().kind === 'word' ? this.now().text : ''
    if (type === '') return { type, isList: false, isOptional: false, typeArgument: undefined }
    this.i += 1
    let typeArgument: string | undefined
    if (this.accept('(')) {
      typeArgument = this.now().kind === 'string' ? this.now().text : ''
      if (this.now().kind === 'string') this.i += 1
      this.accept(')')
    }
    const isList = this.accept('[') && (this.accept(']') || true)
    return { type, typeArgument, isList, isOptional: this.accept('?') }
  }

  private attribute(): Attribute {
    const { from } = this.now().at
    this.i += 1
    const name = this.now().kind === 'word' ? this.now().text : ''
    if (name !== '') this.i += 1
    const args = this.accept('(') ? this.args(')') : []
    return { name, args, at: { from, to: this.tokens[this.i - 1]?.at.to ?? from } }
  }

  private args(close: string): readonly Argument[] {
    const args: Argument[] = []
    for (;;) {
      this.skipLines()
      if (this.isOver() || this.accept(close)) return args
      if (this.isMark('}')) return args
      const before = this.i
      const next = this.tokens[this.i + 1]
      let name = ''
      if (this.now().kind === 'word' && next?.kind === 'mark' && next.text === ':') {
        name = this.now().text
        this.i += 2
        this.skipLines()
      }
      args.push({ name, value: this.value() })
      this.skipLines()
      this.accept(',')
      if (this.i === before) this.i += 1
    }
  }

  private value(): Value {
    const { kind, text } = this.now()
    if (kind === 'mark' && text === '[' && this.depth < deepest) {
      this.i += 1
      this.depth += 1
      const items = this.args(']').map((one) => one.value)
      this.depth -= 1
      return { kind: 'list', items }
    }
    this.i += 1
    if (kind === 'string' || kind === 'number') return { kind, text }
    if (this.depth < deepest && this.accept('(')) {
      this.depth += 1
      const args = this.args(')')
      this.depth -= 1
      return { kind: 'call', name: text, args }
    }
    return { kind: 'word', text }
  }
}

export function parsePrisma(text: string): Parsed {
  const parser = new Parser(text)
  parser.file()
  return { blocks: parser.blocks, remarks: parser.remarks }
}
