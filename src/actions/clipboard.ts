// Copy, cut, paste and duplicate. What travels is a small document of our own, read back with the same care as a file:
// the clipboard may hold anything. Within one tab the piece itself is kept, with the relations that lead out of it.
import { addColumnsFromText, parseColumnLines } from '../core/commands/addMany'
import { copySubset, fragmentKinds, type Fragment } from '../core/commands/fragment'
import type { Item } from '../core/commands/layout'
import { fragmentOfDocument } from '../core/commands/insert'
import { duplicate, pasteFragment } from '../core/commands/paste'
import { read, write } from '../core/file'
import { writeDbmlPiece } from '../core/formats/dbml/write'
import { isIdOf } from '../core/model/id'
import { endsOf } from '../core/model/query'
import { emptySchema, projectOf, type Row, type Schema } from '../core/model/schema'
import { canvasPort } from '../state/camera'
import { document } from '../state/document'
import { desk } from '../state/import/desk'
import { looksLikeSchema } from '../state/import/looksLikeSchema'
import { looksLikeDbml, readPiece } from '../state/import/piece'
import { tell } from '../state/feedback'
import { currentDiagram, perform } from '../state/perform'
import type { Copied } from '../state/ports'
import { isDrawable, select, type Selectable } from '../state/selection'
import { wordsFor } from '../state/words'
import { removeSelected } from './remove'
import { said } from './say'
import type { Services } from './services'
import { selectedItems, selectedTables } from './when'

const gap = 32

export interface Clipboard {
  readonly copy: () => Promise<void>
  readonly cut: () => Promise<void>
  readonly paste: () => Promise<void>
  readonly duplicate: () => void
  /** The selection as it goes onto the clipboard; undefined when there is nothing to take. */
  readonly take: () => Copied | undefined
  readonly put: (copied: Copied) => void
}

const copyable = (): readonly Item[] =>
  selectedItems().filter((id): id is Item => isDrawable(id) && !isIdOf('relation', id))

/** Where a piece says what it was tied to: relations that lead to tables which were not copied. */
const leftBehindKey = 'relata.left-behind'

const tiesOf = ({ loose, rows }: Fragment): readonly string[] =>
  loose.map(({ relation, parent }) => {
    const [child] = endsOf(relation)
    return `${rows.table?.find(({ id }) => id === child.table)?.name ?? ''} → ${parent}`
  })

/** The piece as a document of its own. */
function documentOf(schema: Schema, fragment: Fragment): Schema {
  const ties = tiesOf(fragment)
  const told = { key: leftBehindKey, value: ties.join(', ') }
  const project = { ...projectOf(schema), properties: ties.length === 0 ? [] : [told] }
  const diagram = schema.diagram.get(currentDiagram(schema))
  const maps = fragmentKinds.map((kind) => {
    const rows: readonly Row[] = fragment.rows[kind] ?? []
    return [kind, new Map(rows.map((row) => [row.id, row]))]
  })
  return {
    ...emptySchema,
    // Each map holds the rows of its own kind, as the fragment does.
    ...(Object.fromEntries(maps) as Partial<Schema>),
    project: new Map([[project.id, project]]),
    diagram: new Map(diagram ? [[diagram.id, diagram]] : []),
  }
}

/** What is in the piece, by its name if it is one thing. */
function pastedWords({ rows, chosen }: Fragment): string {
  const [only] = chosen
  if (chosen.length === 1) {
    const all: readonly Row[] = Object.values(rows).flat()
    const row = all.find(({ id }) => id === only)
    if (row && 'name' in row && row.name.trim() !== '') return row.name
  }
  // What is chosen is what can be selected.
  return wordsFor(emptySchema, chosen as readonly Selectable[])
}

class Pieces implements Clipboard {
  private readonly services: Services
  /** What this tab copied last, whole; good for as long as the clipboard still holds it. */
  private own: { readonly text: string; readonly fragment: Fragment } | undefined

  constructor(services: Services) {
    this.services = services
  }

  readonly take = (): Copied | undefined => {
    const items = copyable()
    if (items.length === 0) return undefined
    const { schema } = document.getState()
    const fragment = copySubset(schema, currentDiagram(schema), items)
    const piece = documentOf(schema, fragment)
    const text = write(piece)
    this.own = { text, fragment }
    const hasTables = piece.table.size + piece.enum.size > 0
    return { text: hasTables ? writeDbmlPiece(piece).text : text, fragment: text }
  }

  private fragmentFrom(text: string): Fragment | undefined {
    if (this.own?.text === text) return this.own.fragment
    const content = read(text)
    if (!content.ok) return undefined
    const { schema } = content.value
    const ties = projectOf(schema).properties.find(({ key }) => key === leftBehindKey)?.value
    if (ties !== undefined)
      tell({ tone: 'info', text: `Relations to tables that were not copied stay behind: ${ties}.` })
    return fragmentOfDocument(schema)
  }

  readonly put = (copied: Copied): void => {
    const fragment = copied.fragment === undefined ? undefined : this.fragmentFrom(copied.fragment)
    if (fragment) this.pastePiece(fragment)
    else this.pasteText(copied.text)
  }

  private pastePiece(fragment: Fragment): void {
    const at = canvasPort.getState().port?.freeSpot({ width: 320, height: 240 }) ?? { x: gap, y: gap }
    perform(`Paste ${pastedWords(fragment)}`, (cx) => pasteFragment(cx, fragment, { at }), {
      select: ({ items }) => select(...items),
    })
  }

  /** A script is looked over before it comes in; lines of `name type` become columns of the selected table. */
  private pasteText(text: string): void {
    if (looksLikeSchema(text)) {
      desk.receiveText(text)
      return
    }
    if (looksLikeDbml(text)) {
      void this.pasteDbml(text)
      return
    }
    const [table, ...others] = selectedTables()
    if (table && others.length === 0 && parseColumnLines(text).length > 0) {
      perform(`Paste columns into ${said([table])}`, (cx) => addColumnsFromText(cx, table, { text }))
      return
    }
    tell({
      tone: 'info',
      text:
        text.trim() === ''
          ? 'The clipboard holds nothing that can be pasted here.'
          : 'To paste columns, select one table first. Lines of “name type” become its columns.',
    })
  }

  /** Tables as somebody wrote them: onto the canvas at once, as any other piece. */
  private async pasteDbml(text: string): Promise<void> {
    const piece = await readPiece(text)
    if (!piece.ok) {
      tell({ tone: 'warning', text: piece.error })
      return
    }
    const { schema, problems } = piece.value
    this.pastePiece(fragmentOfDocument(schema))
    if (problems !== undefined) tell({ tone: 'warning', text: problems })
  }

  readonly copy = async (): Promise<void> => {
    const taken = this.take()
    if (!taken) return
    const isDone = await this.services.clipboard.write(taken)
    tell(
      isDone
        ? { tone: 'info', text: `Copied ${said(copyable())}` }
        : { tone: 'warning', text: 'The browser did not allow it. Press Ctrl+C or ⌘C instead.' },
    )
  }

  readonly cut = async (): Promise<void> => {
    await this.copy()
    removeSelected()
  }

  readonly paste = async (): Promise<void> => {
    const copied = await this.services.clipboard.read()
    if (copied) this.put(copied)
    else tell({ tone: 'warning', text: 'The browser did not allow it. Press Ctrl+V or ⌘V instead.' })
  }

  readonly duplicate = (): void => {
    const items = copyable()
    perform(`Duplicate ${said(items)}`, (cx) => duplicate(cx, items, { by: { x: gap, y: gap } }), {
      select: (pasted) => select(...pasted.items),
    })
  }
}

export const createClipboard = (services: Services): Clipboard => new Pieces(services)
