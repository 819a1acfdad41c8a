// Names on one level of parentheses: tables with their aliases, items of a select list, lists of columns, parameters.
import { Block, nothing, type Chain, type Role, type Source } from './block'
import type { Reader } from './read'
import { namesElsewhere, noAlias, reserved } from './words'

export interface Range {
  readonly from: number
  readonly to: number
  /** What is visible from outside of this statement. */
  readonly root: Block
  /** The statement: its common tables. */
  readonly query: Block
  /** One SELECT, UPDATE… of it: its sources. */
  readonly arm: Block
  readonly clause?: Clause
  readonly expect?: Expect
  /** The function whose arguments these are, in capitals. */
  readonly call?: string
}

export type Clause = 'select' | 'from' | 'into' | 'set' | 'order' | 'other' | 'declare'
export type Expect =
  | 'relation'
  | 'references'
  | 'type'
  | Exclude<Role['kind'], 'targetColumn' | 'nothing' | 'joinColumn' | 'type' | 'relation'>

export abstract class LevelNames {
  protected readonly reader: Reader
  protected readonly range: Range
  protected i: number
  protected query: Block
  protected arm: Block
  protected clause: Clause
  protected expect: Expect | undefined
  /** CREATE, ALTER…: empty in a query. */
  protected head = ''
  /** What the head makes: TABLE, TRIGGER… */
  protected object = ''
  protected isHeadOpen = true
  protected command = ''
  protected target: Source | undefined
  protected targetColumns: readonly Chain[] = []
  protected cases = 0
  protected isAtStart = true
  protected isItemStart = true
  protected isDeclaring = false
  /** The next table is the one that INSERT writes to. */
  protected awaitsTarget = false

  constructor(reader: Reader, range: Range) {
    this.reader = reader
    this.range = range
    this.i = range.from
    this.query = range.query
    this.arm = range.arm
    this.clause = range.clause ?? 'other'
    this.expect = range.expect
  }

  protected variable(chain: Chain): void {
    this.reader.roles.set(chain.start, nothing)
    this.reader.variables.add(
      this.reader
        .text(chain.start)
        .replace(/^["`[]|["`\]]$/g, '')
        .toLowerCase(),
    )
  }

  protected newArm(): Block {
    this.arm = new Block(this.query)
    this.query.first ??= this.arm
    return this.arm
  }

  protected alias(chain: Chain): void {
    this.reader.roles.set(chain.start, nothing)
    if (this.clause === 'select') this.output({ alias: this.reader.text(chain.start) })
    this.i = chain.end + 1
  }

  protected output(output: Block['outputs'][number]): void {
    const { outputs } = this.arm
    // An alias names the item that was begun.
    if (output.alias !== undefined && !this.isItemStart) outputs.pop()
    outputs.push(output)
    this.isItemStart = false
  }

  // Lists in parentheses

  /** Marks each name of a list, and goes on behind it. */
  protected markList(open: number, role: Role): void {
    this.i = this.markAll(open, role)
    this.expect = undefined
  }

  protected markAll(open: number, role: Role): number {
    const end = this.reader.pairs.get(open) ?? this.range.to
    for (let i = open + 1; i < end; i++) {
      if (!this.reader.chainAt.has(i)) continue
      this.reader.roles.set(i, role)
      this.reader.blocks.set(i, this.arm)
    }
    return end + 1
  }

  /** `(p_id bigint, OUT total numeric)`: names are variables, what follows them types. */
  protected parameters(open: number): true {
    const end = this.reader.pairs.get(open) ?? open
    let isStart = true
    for (let i = open + 1; i < end; i++) {
      const mark = this.reader.marks[i]
      if (mark?.text === ',') isStart = true
      const chain = this.reader.chainAt.get(i)
      if (!chain || ['IN', 'OUT', 'INOUT', 'VARIADIC', 'DEFAULT'].includes(mark?.upper ?? '')) continue
      const isType = !isStart || !this.reader.chainAt.has(chain.end + 1)
      if (isType) this.reader.roles.set(i, { kind: 'type' })
      else this.variable(chain)
      this.reader.blocks.set(i, this.arm)
      isStart = false
      i = chain.end
    }
    this.i = end + 1
    this.expect = undefined
    return true
  }

  protected group(): void {
    const { reader, i } = this
    const end = Math.min(reader.pairs.get(i) ?? this.range.to, this.range.to)
    let inner = i + 1
    while (reader.text(inner) === '(') inner++
    const isQuery = ['SELECT', 'WITH', 'VALUES'].includes(reader.upper(inner))
    const { arm, range } = this
    if (isQuery) this.subquery(end)
    else if (this.clause === 'set' && this.isItemStart && this.target)
      this.markList(i, { kind: 'targetColumn', source: this.target })
    else {
      const isJoin = this.expect === 'relation'
      const call = reader.upper(i - 1)
      this.tuple(i, end)
      const clause: Clause = isJoin ? 'from' : this.clause === 'order' ? 'order' : 'other'
      this.inner({
        from: i + 1,
        to: end,
        root: range.root,
        query: this.query,
        arm,
        clause,
        call,
        ...(isJoin && { expect: 'relation' }),
      })
      this.expect = undefined
      this.i = end + 1
      if (isJoin) this.sourceAlias()
    }
    this.isItemStart = false
  }

  protected subquery(end: number): void {
    const block = new Block(this.arm)
    this.inner({ from: this.i + 1, to: end, root: this.arm, query: block, arm: block })
    const isSource = this.expect === 'relation'
    this.expect = undefined
    this.i = end + 1
    if (isSource) this.arm.sources.push({ block, ...this.sourceAlias() })
  }

  protected tuple(open: number, end: number): void {
    const before = this.reader.marks[open - 1]
    const isTuple =
      this.command === 'INSERT' &&
      this.targetColumns.length > 0 &&
      (before?.upper === 'VALUES' || before?.text === ',')
    if (isTuple) this.reader.tuples.push({ from: open, to: end, columns: this.targetColumns })
  }

  protected comma(): void {
    this.i++
    this.isItemStart = true
    const isList = this.expect === 'role' || (this.head !== '' && this.expect === 'relation')
    if (this.clause === 'from') this.expect = 'relation'
    else if (!isList) this.expect = undefined
  }

  // Names

  protected name(chain: Chain): void {
    const { reader, expect } = this
    reader.blocks.set(chain.start, this.arm)
    if (this.clause === 'order') reader.ordering.add(chain.start)
    if (this.target && this.command === 'INSERT') reader.excluded.set(chain.start, this.target)
    this.expect = undefined
    if (expect === 'relation') {
      this.source(chain)
      return
    }
    if (expect === 'references') {
      this.references(chain)
      return
    }
    if (namesElsewhere.has(reader.upper(chain.start - 1))) {
      this.mark(chain, nothing)
      return
    }
    if (expect) {
      this.announced(chain, expect)
      return
    }
    if (this.isImplicitAlias(chain)) {
      this.alias(chain)
      return
    }
    if (this.clause === 'into' && chain.parts.length === 1) {
      this.mark(chain, nothing)
      return
    }
    if (this.clause === 'set' && this.isItemStart && this.target && chain.parts.length === 1) {
      this.isItemStart = false
      this.mark(chain, { kind: 'targetColumn', source: this.target })
      return
    }
    if (this.clause === 'select' && this.isItemStart) this.output({ chain })
    this.isItemStart = false
    this.i = chain.end + 1
  }

  protected mark(chain: Chain, role: Role): void {
    this.reader.roles.set(chain.start, role)
    this.i = chain.end + 1
  }

  /** A name that the word before it announced. */
  protected announced(chain: Chain, expect: Exclude<Expect, 'relation' | 'references'>): void {
    this.mark(chain, { kind: expect })
    if (expect === 'routine' && this.head === 'CREATE' && this.reader.text(this.i) === '(')
      this.parameters(this.i)
    // A role's list goes on: TO alice, bob.
    if (expect === 'role' && this.reader.text(this.i) === ',') {
      this.i++
      this.expect = 'role'
    }
  }

  /** `count(*) total`: a name right behind the end of an expression. */
  protected isImplicitAlias(chain: Chain): boolean {
    if (this.clause !== 'select' || this.isItemStart || chain.parts.length !== 1) return false
    const before = this.reader.marks[chain.start - 1]
    if (!before || noAlias.has(this.reader.upper(chain.start))) return false
    if (this.reader.text(chain.end + 1) === '(') return false
    if (before.kind === 'quoted' || before.kind === 'string' || before.kind === 'number') return true
    if (before.text === ')' || before.text === ']') return !this.isDistinctOn(chain.start - 1)
    return (
      before.kind === 'word' &&
      (!reserved.has(before.upper) || ['END', 'NULL', 'TRUE', 'FALSE'].includes(before.upper))
    )
  }

  protected isDistinctOn(close: number): boolean {
    for (const [open, end] of this.reader.pairs)
      if (end === close) return this.reader.upper(open - 1) === 'ON'
    return false
  }

  protected source(chain: Chain): void {
    const { reader } = this
    this.i = chain.end + 1
    const only = chain.parts.length === 1 ? chain.parts[0] : undefined
    const common = only === undefined ? undefined : this.query.findCommon(reader.text(only))
    const isCall = reader.text(this.i) === '(' && !this.awaitsTarget && this.head === ''
    if (isCall) {
      this.expect = undefined
      this.group()
      this.arm.sources.push(this.sourceAlias())
      return
    }
    reader.roles.set(chain.start, common ? nothing : { kind: 'relation' })
    const alias = this.head === '' ? this.sourceAlias() : {}
    const source: Source = common
      ? {
          alias: reader.text(chain.start),
          ...alias,
          block: common.block,
          isRenamed: common.isRenamed || alias.isRenamed === true,
        }
      : { chain, ...alias }
    this.remember(source)
  }

  protected remember(source: Source): void {
    if (!this.awaitsTarget) {
      this.arm.sources.push(source)
      if (this.command === 'MERGE' && !this.target) this.target = source
      return
    }
    this.awaitsTarget = false
    this.target = source
    this.targetColumns = []
    if (this.reader.text(this.i) !== '(') return
    const end = this.reader.pairs.get(this.i) ?? this.i
    if (['SELECT', 'WITH', 'VALUES'].includes(this.reader.upper(this.i + 1))) return
    this.targetColumns = this.reader.chains.filter((chain) => chain.start > this.i && chain.start < end)
    this.markList(this.i, { kind: 'targetColumn', source })
  }

  protected references(chain: Chain): void {
    this.mark(chain, { kind: 'relation' })
    if (this.reader.text(this.i) === '(') this.markList(this.i, { kind: 'targetColumn', source: { chain } })
  }

  protected sourceAlias(): { readonly alias?: string; readonly isRenamed?: boolean } {
    const { reader } = this
    const hasAs = reader.upper(this.i) === 'AS'
    const chain = reader.chainAt.get(hasAs ? this.i + 1 : this.i)
    if (chain?.parts.length !== 1 || chain.star) return {}
    const upper = reader.upper(chain.start)
    if (reserved.has(upper) || (!hasAs && (noAlias.has(upper) || upper === 'MERGE'))) return {}
    if (hasAs && this.command === 'INSERT' && upper === 'SELECT') return {}
    reader.roles.set(chain.start, nothing)
    this.i = chain.end + 1
    const isRenamed = reader.text(this.i) === '(' && !this.awaitsTarget
    if (isRenamed) this.i = this.markAll(this.i, nothing)
    return { alias: reader.text(chain.start), ...(isRenamed && { isRenamed }) }
  }

  /** Walks over a level inside of this one. */
  protected abstract inner(range: Range): void
}
