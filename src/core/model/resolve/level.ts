// One level of parentheses: walks over its words and notes what each name is.
import { Block, nothing } from './block'
import { LevelNames, type Clause, type Expect, type Range } from './levelNames'
import type { Reader } from './read'
import { isSyntaxAfter, objectAfter, reserved } from './words'

const events = new Set(['OR', 'AFTER', 'BEFORE', 'OF', 'FOR', ',', 'GRANT', 'REVOKE', 'NO', 'ON', '('])
const splits = new Set([
  'BEGIN',
  'LOOP',
  'THEN',
  'ELSE',
  'ELSIF',
  'ELSEIF',
  'IF',
  'WHILE',
  'RETURN',
  'EXCEPTION',
  'REPEAT',
])
const takesRelation = new Set(['COPY', 'TRUNCATE', 'LOCK'])
const fromInside = new Set(['EXTRACT', 'SUBSTRING', 'TRIM', 'OVERLAY', 'POSITION'])
const heads = new Set([
  'CREATE',
  'ALTER',
  'DROP',
  'COMMENT',
  'GRANT',
  'REVOKE',
  'TRUNCATE',
  'REFRESH',
  'LOCK',
  'COPY',
  'REINDEX',
  'CLUSTER',
])
const castLike = new Set(['CAST', 'TRY_CAST', 'SAFE_CAST', 'TREAT'])
const afterRelationHead = new Set(['TRIGGER', 'INDEX', 'POLICY', 'RULE'])

export class Level extends LevelNames {
  /** How many brackets it stands in. */
  private readonly depth: number

  constructor(reader: Reader, range: Range, depth = 0) {
    super(reader, range)
    this.depth = depth
  }

  protected override inner(range: Range): void {
    // No person nests so deep; the names in there stay as they are written.
    if (this.depth < 200) new Level(this.reader, range, this.depth + 1).run()
  }

  run(): void {
    while (this.i < this.range.to) this.step()
  }

  private step(): void {
    const { reader, i } = this
    const mark = reader.marks[i]
    if (!mark) {
      this.i++
      return
    }
    if (mark.kind === 'dollar' || mark.text === ';') {
      this.nextStatement()
      return
    }
    if (mark.text === '(' && mark.kind === 'symbol') {
      this.group()
      return
    }
    if (mark.text === ',' && mark.kind === 'symbol') {
      this.comma()
      return
    }
    const chain = reader.chainAt.get(i)
    if (!chain) {
      if (mark.text === '::') this.expect = 'type'
      if (mark.text === '*' && this.clause === 'select' && this.isItemStart) this.output({ all: true })
      if (mark.kind !== 'symbol') this.isItemStart = false
      this.i++
      return
    }
    if (this.isAtStart && mark.kind === 'word' && this.beginStatement(mark.upper)) return
    if (mark.kind === 'word' && chain.parts.length === 1 && !chain.star && this.keyword(mark.upper)) return
    this.name(chain)
  }

  // Statements

  private nextStatement(): void {
    this.i++
    this.query = new Block(this.range.root)
    this.arm = this.query
    this.clause = 'other'
    this.expect = undefined
    this.head = this.object = this.command = ''
    this.isHeadOpen = this.isAtStart = this.isItemStart = true
    this.target = undefined
    this.cases = 0
  }

  /** True when its first word was dealt with. */
  private beginStatement(upper: string): boolean {
    this.isAtStart = false
    if (heads.has(upper)) {
      this.head = upper
      this.isDeclaring = false
      const isMembership = (upper === 'GRANT' || upper === 'REVOKE') && !this.hasWordAhead('ON')
      return this.skip(isMembership ? 'role' : takesRelation.has(upper) ? 'relation' : undefined)
    }
    if (this.isDeclaring && !reserved.has(upper)) this.declaration()
    else if (upper !== 'DECLARE') this.isDeclaring = false
    return false
  }

  /** GRANT … ON gives rights, GRANT without it makes members. */
  private hasWordAhead(word: string): boolean {
    for (let i = this.i + 1; i < this.range.to && this.reader.text(i) !== ';'; i++) {
      if (this.reader.upper(i) === word) return true
    }
    return false
  }

  /** `v_total numeric;` between DECLARE and BEGIN. */
  private declaration(): void {
    const chain = this.reader.chainAt.get(this.i)
    if (chain?.parts.length !== 1) return
    this.variable(chain)
    this.i = chain.end + 1
    while (['CONSTANT', 'ALIAS'].includes(this.reader.upper(this.i))) this.i++
    this.expect = 'type'
  }

  // Keywords: true when the word was one.

  private keyword(upper: string): boolean {
    const before = this.reader.upper(this.i - 1)
    if (this.headWord(upper)) return true
    if (upper === 'ONLY' && this.expect === 'relation') return this.skip()
    if (upper === 'RETURNS' && this.head === 'CREATE') return this.skip('type')
    if (upper === 'SETOF' && this.expect === 'type') return this.skip('type')
    if (upper === 'STRAIGHT_JOIN') return this.skip('relation')
    if (upper === 'MERGE' && this.isFirst()) return this.startCommand('MERGE')
    if (isSyntaxAfter(before, upper)) return this.skip(this.expect)
    if (['UNION', 'INTERSECT', 'EXCEPT', 'MINUS'].includes(upper)) return this.inClause('other')
    if (!reserved.has(upper) && upper !== 'OWNED') return splits.has(upper) ? this.split(upper) : false
    return this.reservedWord(upper, before)
  }

  private isFirst(): boolean {
    const before = this.reader.text(this.i - 1)
    return (
      before === '' ||
      before === ';' ||
      splits.has(before.toUpperCase()) ||
      this.reader.marks[this.i - 1]?.kind === 'dollar'
    )
  }

  private skip(expect?: Expect): true {
    this.i++
    this.expect = expect
    return true
  }

  private inClause(clause: Clause, expect?: Expect): true {
    this.clause = clause
    this.isItemStart = true
    return this.skip(expect)
  }

  private startCommand(command: string, expect?: Expect): true {
    this.command = command
    this.newArm()
    return this.inClause('from', expect)
  }

  private headWord(upper: string): boolean {
    if (upper === 'CONSTRAINT') return this.skip('part')
    const kind = objectAfter[upper]
    if (kind === undefined || this.head === '') return false
    if (kind === 'column') return this.skip(this.head === 'COMMENT' ? 'column' : undefined)
    if (upper === 'TABLE' && this.reader.upper(this.i - 1) === 'RETURNS') return this.parameters(this.i + 1)
    if (
      upper === 'TRIGGER' &&
      ['ENABLE', 'DISABLE', 'ALWAYS', 'REPLICA'].includes(this.reader.upper(this.i - 1))
    ) {
      return this.skip(kind)
    }
    if (!this.isHeadOpen) return false
    this.object = upper
    this.isHeadOpen = false
    return this.skip(kind)
  }

  private reservedWord(upper: string, before: string): true {
    switch (upper) {
      case 'WITH':
        return this.with()
      case 'SELECT':
        this.newArm()
        return this.inClause('select')
      case 'FROM':
        return this.from(before)
      case 'JOIN':
        return this.inClause('from', 'relation')
      case 'USING':
        return this.using()
      case 'INTO':
        return this.into(before)
      case 'INSERT':
        if (events.has(before)) return this.skip()
        return this.startCommand(
          'INSERT',
          this.reader.upper(this.i + 1) === 'INTO' ? undefined : this.insertTarget(),
        )
      case 'DELETE':
        return events.has(before) ? this.skip() : this.startCommand('DELETE')
      case 'UPDATE':
        return this.update(before)
      case 'SET':
        return this.set()
      case 'ON':
        return this.on()
      default:
        return this.otherWord(upper, before)
    }
  }

  private otherWord(upper: string, before: string): true {
    switch (upper) {
      case 'TO':
        return this.skip(this.object === 'RULE' ? 'relation' : before === 'RENAME' ? undefined : 'role')
      case 'REFERENCES':
        return this.skip('references')
      case 'TABLE':
        return before === 'RETURNS' ? this.parameters(this.i + 1) : this.skip('relation')
      case 'AS':
        return this.as()
      case 'ORDER':
        return this.inClause('order')
      case 'WHERE':
      case 'GROUP':
      case 'HAVING':
      case 'LIMIT':
      case 'WINDOW':
      case 'VALUES':
        return this.inClause('other')
      case 'RETURNING':
        if (this.command === 'INSERT') this.targetArm()
        return this.inClause('select')
      case 'CASE':
        this.cases++
        return this.skip()
      case 'END':
        if (this.cases > 0) {
          this.cases--
          return this.skip()
        }
        this.nextStatement()
        return true
      default:
        return this.blockWord(upper, before)
    }
  }

  private blockWord(upper: string, before: string): true {
    if (upper === 'DECLARE') {
      this.nextStatement()
      this.isDeclaring = true
      return true
    }
    if (upper === 'FOR') return this.for()
    if (upper === 'BY' && before === 'OWNED') return this.skip('column')
    if (splits.has(upper)) return this.split(upper)
    // IF NOT EXISTS and its like stand between a word and the name that it announces.
    return this.skip(['IF', 'NOT', 'EXISTS', 'ALL'].includes(upper) ? this.expect : undefined)
  }

  /** Words that begin another statement inside a body; in CASE and MERGE they do not. */
  private split(upper: string): true {
    const next = this.reader.upper(this.i + 1)
    if (upper === 'IF' && (next === 'NOT' || next === 'EXISTS') && this.expect) return this.skip(this.expect)
    if (this.cases > 0 || this.command === 'MERGE' || this.range.call !== undefined) return this.skip()
    this.nextStatement()
    return true
  }

  private from(before: string): true {
    if (before === 'DISTINCT' || (this.range.call !== undefined && fromInside.has(this.range.call)))
      return this.skip()
    if (this.head === 'REVOKE') return this.skip('role')
    return this.inClause('from', 'relation')
  }

  private using(): true {
    const isList = this.reader.text(this.i + 1) === '('
    if (!isList && (this.command === 'DELETE' || this.command === 'MERGE'))
      return this.inClause('from', 'relation')
    if (isList && this.clause === 'from' && this.head === '') {
      this.markList(this.i + 1, { kind: 'joinColumn' })
      return true
    }
    // In an index the word behind USING is a method.
    return this.skip()
  }

  private into(before: string): true {
    if (this.command === 'INSERT' || this.command === 'MERGE' || before === 'REPLACE') {
      if (before === 'REPLACE') this.startCommand('INSERT')
      else this.i++
      this.expect = this.command === 'MERGE' ? 'relation' : this.insertTarget()
      return true
    }
    return this.inClause('into')
  }

  private insertTarget(): Expect {
    this.awaitsTarget = true
    return 'relation'
  }

  private update(before: string): true {
    if (before === 'DO' || before === 'KEY' || (before === 'THEN' && this.command === 'MERGE')) {
      return this.inClause(before === 'KEY' ? 'set' : 'other')
    }
    return events.has(before) || this.reader.text(this.i - 1) === ','
      ? this.skip()
      : this.startCommand('UPDATE', 'relation')
  }

  private set(): true {
    if (this.reader.upper(this.i + 1) === 'SCHEMA') {
      this.i++
      return this.skip('namespace')
    }
    if (this.command === 'UPDATE') this.target = this.arm.sources[0]
    return this.command === '' ? this.skip() : this.inClause('set')
  }

  private on(): true {
    const next = this.reader.upper(this.i + 1)
    if (next === 'CONFLICT' || next === 'DUPLICATE') {
      this.targetArm()
      return this.inClause('other')
    }
    if (['GRANT', 'REVOKE', 'COMMENT'].includes(this.head)) {
      this.isHeadOpen = true
      return this.skip(next in objectAfter ? undefined : 'relation')
    }
    const isFirst = this.arm.sources.length === 0 && this.command === ''
    return this.skip(
      afterRelationHead.has(this.headObject()) && isFirst && this.object !== 'RULE' ? 'relation' : undefined,
    )
  }

  /** The word after CREATE that says what is made, also where its name is not one that documents hold. */
  private headObject(): string {
    if (this.object !== '') return this.object
    for (let i = this.i - 1; i >= this.range.from && this.i - i < 12; i--) {
      const upper = this.reader.upper(i)
      if (afterRelationHead.has(upper)) return upper
    }
    return ''
  }

  /** The upsert part and RETURNING of an INSERT see its table. */
  private targetArm(): void {
    const source = this.target
    this.newArm()
    if (source) this.arm.sources.push(source)
  }

  private as(): true {
    this.i++
    const chain = this.reader.chainAt.get(this.i)
    const isQuery = reserved.has(this.reader.upper(this.i))
    if (!chain || isQuery) return true
    if (this.head !== '' && ['TYPE', 'DOMAIN', 'SEQUENCE'].includes(this.object)) this.expect = 'type'
    else if (this.range.call !== undefined && castLike.has(this.range.call)) this.expect = 'type'
    else if (this.clause === 'select' || this.clause === 'from') this.alias(chain)
    return true
  }

  private for(): true {
    const chain = this.reader.chainAt.get(this.i + 1)
    if (chain && this.reader.upper(chain.end + 1) === 'IN') {
      this.variable(chain)
      this.i = chain.end + 1
      return true
    }
    return this.skip()
  }

  private with(): true {
    let i = this.i + 1
    if (this.reader.upper(i) === 'RECURSIVE') i++
    if (!this.isCommonTable(i)) return this.skip()
    while (this.isCommonTable(i)) {
      i = this.commonTable(i)
      if (this.reader.text(i) !== ',') break
      i++
    }
    this.i = i
    return true
  }

  private isCommonTable(i: number): boolean {
    const chain = this.reader.chainAt.get(i)
    if (chain?.parts.length !== 1) return false
    const next = chain.end + 1
    const after = this.reader.text(next) === '(' ? (this.reader.pairs.get(next) ?? next) + 1 : next
    return this.reader.upper(after) === 'AS'
  }

  private commonTable(i: number): number {
    const { reader } = this
    reader.roles.set(i, nothing)
    let at = i + 1
    const isRenamed = reader.text(at) === '('
    if (isRenamed) at = this.markAll(at, nothing)
    at++
    while (['NOT', 'MATERIALIZED'].includes(reader.upper(at))) at++
    const block = new Block(this.query)
    this.query.common.set(reader.text(i).toLowerCase(), { block, isRenamed })
    const end = reader.pairs.get(at) ?? this.range.to
    this.inner({ from: at + 1, to: end, root: this.query, query: block, arm: block })
    return end + 1
  }
}
