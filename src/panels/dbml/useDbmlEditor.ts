// The editor beside the document: what is typed goes out, what becomes of it comes back, and both selections follow each
// other. Whoever reads the text is never torn away: the canvas moves the text only for what was selected there.
import { useEffect, useRef } from 'react'
import { placementsIn } from '../../core/model/query'
import { lookAt } from '../../state/camera'
import { document, redoStep, undoStep, useDocument } from '../../state/document'
import { dbml, useDbml, type DbmlPlaces } from '../../state/dbml/store'
import { dbmlSync } from '../../state/dbml/sync'
import { currentDiagram } from '../../state/perform'
import type { Selection } from '../../state/selection'
import { useView, view } from '../../state/view'
import { useEditor } from '../code/useEditor'
import { useLatest } from '../code/useLatest'
import type { DbmlEditor } from './dbmlEditor'
import { explained, idOfSelection, renamableAt, selectionOf } from './things'

export const hint = 'Table users {\n  id int [pk]\n  name text\n}'

/** The panel's document is opened as long as it is looked at. */
export function useDbmlOpen(): void {
  const id = useDocument((state) => state.id)
  const isOff = useDbml(({ phase }) => phase === 'off')
  useEffect(() => {
    if (isOff) void dbmlSync.open()
  }, [id, isOff])
  useEffect(() => () => dbmlSync.rest(), [])
}

/** A text that is scrolled through selects nothing; a cursor that rests does. */
const restMs = 120

const isSameSelection = (a: Selection, b: Selection): boolean =>
  idOfSelection(a) === idOfSelection(b) && a.items.size === b.items.size

async function selectAt(offset: number): Promise<Selection | undefined> {
  const thing = await dbmlSync.thingAt(offset)
  const selection = thing && selectionOf(thing)
  if (!selection || isSameSelection(selection, view.getState().selection)) return undefined
  const [object] = selection.items
  if (object === undefined) return undefined
  view.setState({ selection, editing: undefined })
  const { schema } = document.getState()
  const placed: ReadonlyMap<string, unknown> = placementsIn(schema, currentDiagram(schema))
  if (placed.has(object) || schema.relation.has(object as never)) lookAt({ kind: 'reveal', object })
  return selection
}

export interface DbmlEditorWish {
  readonly label: string
  readonly isReadOnly: boolean
  readonly onLeave: () => void
  readonly onReferences: (places: DbmlPlaces | undefined) => void
}

async function placesAt(offset: number): Promise<DbmlPlaces | undefined> {
  const thing = await dbmlSync.thingAt(offset)
  return thing && dbmlSync.placesOf(thing.part ?? thing.id)
}

async function goToDefinition(editor: DbmlEditor | undefined, offset: number): Promise<void> {
  const places = await placesAt(offset)
  if (places) editor?.goTo(places.name ?? places.whole)
}

export function useDbmlEditor({ label, isReadOnly, onLeave, onReferences }: DbmlEditorWish) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  /** What the cursor selected itself. */
  const own = useRef<Selection>(undefined)
  const latest = useLatest({ onLeave, onReferences })
  const ref = useRef<DbmlEditor>(undefined)
  const handleCursor = (offset: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      void selectAt(offset).then((selection) => {
        if (selection) own.current = selection
      })
    }, restMs)
  }
  const { host, editor, retry } = useEditor(
    async () => {
      const { createDbmlEditor } = await import('./dbmlEditor')
      return (element) => {
        const made = createDbmlEditor({
          host: element,
          label,
          hint,
          isReadOnly,
          text: dbml.getState().version.text,
          schema: () => document.getState().schema,
          onType: (changes) => dbmlSync.type(changes, ref.current),
          onUndo: () => void undoStep(),
          onRedo: () => void redoStep(),
          onCursor: handleCursor,
          onDefinition: (offset) => void goToDefinition(ref.current, offset),
          onReferences: (offset) => void placesAt(offset).then(latest.current.onReferences),
          onLeave: () => latest.current.onLeave(),
          explain: async (offset) => {
            const thing = await dbmlSync.thingAt(offset)
            return thing && explained(thing)
          },
          rename: async (offset) => {
            const thing = await dbmlSync.thingAt(offset)
            return thing && renamableAt(thing)
          },
        })
        ref.current = made
        return made
      }
    },
    [label, String(isReadOnly)].join('\n'),
  )
  useFollow(editor)
  useSelection(editor, own)
  return { host, editor, retry }
}

/** Text and problems as they come. */
function useFollow(editor: DbmlEditor | undefined): void {
  useEffect(() => {
    if (!editor) return
    const { version, problems } = dbml.getState()
    editor.follow(version.text, undefined)
    editor.showProblems(problems)
    return dbml.subscribe((state, before) => {
      if (state.version !== before.version && state.version.by !== editor)
        editor.follow(state.version.text, state.version.changes)
      if (state.problems !== before.problems && state.checked === state.version.number)
        editor.showProblems(state.problems)
      if (state.checked !== before.checked && editor.hasFocus()) void selectAt(editor.offset())
    })
  }, [editor])
}

/** What is selected stands out in the text; what was selected elsewhere is scrolled to. */
function useSelection(editor: DbmlEditor | undefined, own: { current: Selection | undefined }): void {
  const selection = useView((state) => state.selection)
  const isRead = useDbml(({ checked }) => checked >= 0)
  useEffect(() => {
    if (!editor || !isRead) return
    let isGone = false
    const id = idOfSelection(selection)
    const isMany = selection.items.size !== 1
    if (id === undefined || isMany) editor.mark([])
    else
      void dbmlSync.placesOf(id).then((places) => {
        if (isGone) return
        editor.mark(places ? [places.whole] : [])
        if (places && own.current !== selection) editor.scrollTo(places.name ?? places.whole)
      })
    return () => {
      isGone = true
    }
  }, [editor, isRead, selection, own])
}
