// Reading, merging and making documents of what was read. One import lives as long as its worker.
import { formats } from '../core/formats'
import type { Format, NotReadable, ReadEngines, ReadSchema } from '../core/formats/format'
import type { NewId } from '../core/model/id'
import type { Placeable } from '../core/model/records'
import type { Schema } from '../core/model/schema'
import type { Target } from '../core/model/target'
import { guessTarget, looksLikeSnowflake } from '../core/formats/sql/guess'
import { Importer } from './importer'
import type {
  HeldSlice,
  MergeSurvey,
  MergeWish,
  ObjectDetail,
  Prepared,
  ReadAnswer,
  ReadApi,
  ReadQuestion,
  SourceFate,
  Taken,
  TakeWish,
} from './importTypes'
import { countsOf, detailOf, objectsOf, rowsIn } from './overview'
import { editSlices, RowsIn, slicesOf, type RowSlice } from './packedRows'
import { cancelled, type Job } from './serve'
import { commonFormat, Sources, type Readable } from './sources'

export interface ReadGiven {
  readonly newId: NewId
  readonly engines?: ReadEngines
}

/** Not more often than a person can see. */
const reportEveryMs = 60

function quiet({ onProgress }: Job): (done: number, all: number) => void {
  let last = 0
  return (done, all) => {
    const now = performance.now()
    if (now - last < reportEveryMs) return
    last = now
    onProgress(done, all)
  }
}

const known: Readonly<Record<string, Format>> = formats

class Reader {
  private readonly given: ReadGiven
  private readonly sources = new Sources()
  private texts: readonly Readable[] = []
  private found: ReadSchema | undefined
  private held = new RowsIn()
  private importer: Importer | undefined
  private slices: readonly RowSlice[] = []
  private edits: ReturnType<typeof editSlices> = []

  constructor(given: ReadGiven) {
    this.given = given
  }

  readonly read = async (question: ReadQuestion, job: Job): Promise<ReadAnswer | typeof cancelled> => {
    const { texts, left } = await this.sources.sorted(question.sources)
    const format = question.format ?? spokenFormat(commonFormat(texts), texts, question)
    // Snowflake's scripts look like anybody's SQL, one by one.
    const isTaken = (own: string | undefined): boolean =>
      own === undefined || own === format || (format === 'snowflake' && own === 'sql')
    const taken = texts.filter((text) => isTaken(text.format))
    const others = texts.filter((text) => !taken.includes(text))
    const fates: SourceFate[] = [
      ...left,
      ...others.map(({ id, format: own }) => ({
        id,
        remark: `It is ${known[own ?? '']?.label ?? 'of another format'}.`,
      })),
      ...taken.map(({ id, remark }, index) => ({ id, index, ...(remark !== undefined && { remark }) })),
    ]
    if (taken.length === 0) return { kind: 'unreadable', fates, problem: nothingToRead(left) }
    return this.readAs({ question, format, texts: taken, fates }, job)
  }

  private async readAs(
    { question, format, texts, fates }: ReadAs,
    job: Job,
  ): Promise<ReadAnswer | typeof cancelled> {
    const { label = format, load } = known[format] ?? {}
    const code = await load?.()
    if (!code?.read)
      return { kind: 'unreadable', fates, problem: { message: `Relata does not read ${label} yet.` } }
    const isOpen = format === 'sql' && !question.target
    const all = isOpen ? texts.map(({ text }) => text).join('\n') : ''
    const guess = isOpen ? guessTarget(all, texts[0]?.name ?? '') : undefined
    const target = question.target ?? guess?.target ?? question.fallback
    const report = quiet(job)
    const result = await code.read(texts, {
      newId: this.given.newId,
      target,
      ...(this.given.engines && { engines: this.given.engines }),
      sampleRows: question.sampleRows,
      onProgress: report,
      isCancelled: () => job.cancel.aborted,
    })
    if (job.cancel.aborted) return cancelled
    if (!result.ok) {
      const wasSql = format === 'sql' && { target }
      return { kind: 'unreadable', fates, problem: result.error, ...wasSql }
    }
    this.texts = texts
    this.found = result.value
    const { schema, notices } = result.value
    return {
      kind: 'read',
      overview: {
        format,
        formatLabel: label,
        hasDialect: format === 'sql' || format === 'snowflake',
        target: targetOf(schema) ?? target,
        reasons: guess?.reasons ?? [],
        fates,
        objects: objectsOf(schema),
        counts: countsOf(schema),
        sampledRows: rowsIn(schema),
        notices,
        ...(result.value.texts && { name: nameOf(schema) }),
        isRebuilt: result.value.texts !== undefined,
      },
    }
  }

  private get current(): ReadSchema {
    if (!this.found) throw new Error('Nothing was read')
    return this.found
  }

  readonly detail = (id: Placeable): ObjectDetail => detailOf(this.current, id)

  readonly source = (index: number): string => this.found?.texts?.[index] ?? this.texts[index]?.text ?? ''

  readonly hold = ({ isFirst, slice }: HeldSlice): null => {
    if (isFirst) this.held = new RowsIn()
    this.held.add(slice)
    return null
  }

  readonly survey = ({ renames }: MergeWish): MergeSurvey => {
    const { newId } = this.given
    this.importer = new Importer({ newId, mine: this.held.schema(), found: this.current })
    return this.importer.survey(renames)
  }

  readonly prepare = (wish: TakeWish): Prepared => {
    const { newId } = this.given
    if (wish.into === 'new' || !this.importer) this.importer = new Importer({ newId, found: this.current })
    return { layout: this.importer.prepare(wish) }
  }

  readonly take = ({ places }: ReadApi['take']['input']): Taken => {
    if (!this.importer) throw new Error('Nothing was prepared')
    const made = this.importer.take(places)
    if (made.kind === 'edits') {
      this.edits = editSlices(made.edits)
      return { kind: 'edits', slices: this.edits.length, added: made.added }
    }
    this.slices = slicesOf(made.schema)
    return { kind: 'document', text: made.text, slices: this.slices.length }
  }

  readonly rows = (index: number): RowSlice => this.slices[index] ?? []
  readonly editsAt = (index: number) => this.edits[index] ?? []
}

/** SQL may be of a database that is read and not written for: the texts together tell it from the others. */
function spokenFormat(common: string, texts: readonly Readable[], { target }: ReadQuestion): string {
  if (common !== 'sql' || target) return common
  const all = texts.map(({ text }) => text).join('\n')
  return looksLikeSnowflake(all, texts[0]?.name ?? '') ? 'snowflake' : common
}

interface ReadAs {
  readonly question: ReadQuestion
  readonly format: string
  readonly texts: readonly Readable[]
  readonly fates: readonly SourceFate[]
}

function targetOf(schema: Schema): Target | undefined {
  for (const project of schema.project.values()) return project.target
  return undefined
}

function nameOf(schema: Schema): string {
  for (const project of schema.project.values()) return project.name
  return ''
}

/** One source: what is wrong with it is what is wrong. */
function nothingToRead(left: readonly SourceFate[]): NotReadable {
  const [only, ...more] = left
  if (!only) return { message: 'There is nothing to read.' }
  if (more.length > 0) return { message: 'None of these files can be read as a schema.' }
  const { remark = '', remedy } = only
  return { message: remark, ...(remedy !== undefined && { remedy }) }
}

export function readMethods(given: ReadGiven) {
  const reader = new Reader(given)
  return {
    read: reader.read,
    detail: reader.detail,
    source: reader.source,
    hold: reader.hold,
    survey: reader.survey,
    prepare: reader.prepare,
    take: reader.take,
    rows: reader.rows,
    edits: reader.editsAt,
  }
}
