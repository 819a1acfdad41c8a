// What one change of the target holds: the pen of the new one, what it made, and what it has to tell.
import { currentSql } from '../../model/resolve'
import { projectOf } from '../../model/schema'
import { sqlText, type SqlText } from '../../model/sqlText'
import type { ColumnType } from '../../model/type'
import type { Notice } from '../dialect'
import { dialects } from '..'
import type { At, Pen } from '../write/pen'
import { printType } from '../write/printType'

/** What becomes of an expression that the target has no words for. */
export type Untold = 'leaveOut' | 'keep'

export interface Saying {
  /** "default", "check": the word in a notice. */
  readonly what: string
  readonly place: string
  readonly type?: ColumnType
  readonly isCondition?: boolean
}

export class Turn {
  readonly pen: Pen
  readonly untold: Untold
  readonly notices: Notice[] = []
  /** Texts that were written anew: their names are still plain words. */
  readonly fresh = new Set<object>()

  constructor(pen: Pen, untold: Untold) {
    this.pen = pen
    this.untold = untold
  }

  /** The expressions of the document run on the target as they are. */
  get isOwn(): boolean {
    return this.pen.isOwn
  }

  tell(at: At, notice: Omit<Notice, 'about' | 'part'>): void {
    this.notices.push({ ...notice, ...at })
  }

  /** Types that are named in the document stay what they are. */
  type(type: ColumnType, at: At & { readonly place: string; readonly raw?: string }): ColumnType {
    const { pen } = this
    const isHeld = type.of !== undefined && (type.array === undefined || pen.features.arrays)
    if (isHeld || type.raw.trim() === '') return type
    const raw = at.raw ?? printType({ type }, { about: at.about }, { pen, keyed: false, counts: false }).sql
    if (isSameSpelling(raw, type.raw)) return type
    this.tell(placed(at), {
      level: 'info',
      code: 'typeRespelled',
      message: `${at.place}: ${type.raw} becomes ${raw}.`,
    })
    return dialects[pen.target.dialect].types.parse(raw)
  }

  /** The text as it is read today, in the words of the database that it was written for. */
  current(text: SqlText): string {
    const { schema, source } = this.pen
    return currentSql(text, schema, dialects[source].names)
  }

  /** The new text; the old one where nothing changes; undefined where it is to be left out. */
  said(
    text: SqlText,
    saying: Saying,
    given: At & { readonly planned?: string | undefined },
  ): SqlText | undefined {
    if (this.isOwn) return text
    const before = this.current(text)
    const { planned } = given
    const told = planned === undefined ? this.pen.expression(text, saying) : { sql: planned }
    if ('why' in told) return this.leave(text, { ...saying, before, why: told.why }, placed(given))
    if (told.sql === before) return text
    this.tell(placed(given), {
      level: 'info',
      code: 'sqlRespelled',
      message: `${saying.place}: ${saying.what} ${before} becomes ${told.sql}.`,
    })
    return this.text(told.sql)
  }

  text(sql: string): SqlText {
    const text = sqlText(sql)
    this.fresh.add(text)
    return text
  }

  private leave(
    text: SqlText,
    { what, place, before, why }: Saying & { readonly before: string; readonly why: string },
    at: At,
  ): SqlText | undefined {
    const isKept = this.untold === 'keep'
    const source = dialects[projectOf(this.pen.schema).target.dialect].label
    this.tell(at, {
      level: isKept ? 'warning' : 'loss',
      code: isKept ? 'sqlKept' : 'sqlLeftOut',
      message: isKept
        ? `${place}: its ${what} stays in the words of ${source}: ${why}. It is: ${before}`
        : `${place}: its ${what} is left out: ${why}. It was: ${before}`,
      remedy: isKept ? 'Mend it before the script is run.' : `Write the ${what} by hand.`,
    })
    return isKept ? text : undefined
  }
}

/** Notices know objects and parts; what else was handed along is ours. */
const placed = ({ about, part }: At): At => (part === undefined ? { about } : { about, part })

const isSameSpelling = (a: string, b: string): boolean =>
  a.replace(/\s+/g, ' ').trim().toLowerCase() === b.replace(/\s+/g, ' ').trim().toLowerCase()
