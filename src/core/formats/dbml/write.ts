// A schema as DBML that every reader of DBML takes, whatever names and texts are in it. What DBML has no words for
// stands beside it under keys of our own, or is left out and told (plain).
import { inOrder, projectOf, type Schema } from '../../model/schema'
import type { Written } from '../format'
import { lineageTexts, refText, relationShapes } from './relation'
import {
  enumText,
  groupTexts,
  noteTexts,
  projectText,
  recordTexts,
  tellUnknownKinds,
  viewTexts,
} from './rest'
import type { Rest } from './rest/keep'
import { partialText, tableText } from './table'
import { DbmlWriter } from './writer'

const noRest: Rest = { project: [], metadata: [] }

function textOf(w: DbmlWriter, rest: Rest = noRest, head = projectText(w, rest.project)): string {
  const { schema } = w
  const pieces = [
    head,
    ...inOrder(schema.enum).map((row) => enumText(w, row)),
    ...inOrder(schema.partial).map((row) => partialText(w, row)),
    ...inOrder(schema.table).map((row) => tableText(w, row)),
    relationShapes(w, inOrder(schema.relation)).map(refText).join('\n'),
    ...groupTexts(w),
    ...noteTexts(w),
    ...recordTexts(w),
    ...lineageTexts(w, inOrder(schema.lineage)),
    ...viewTexts(w),
    ...rest.metadata,
  ]
  return `${pieces.filter((piece) => piece !== '').join('\n\n')}\n`
}

/** DBML alone, with a word about everything that it cannot say. */
export function writeDbml(schema: Schema): Written {
  const w = new DbmlWriter(schema)
  const text = textOf(w)
  tellUnknownKinds(w)
  return { text, notices: w.notices }
}

/** Some tables of a document, for another text: nothing is said of the project. */
export function writeDbmlPiece(schema: Schema): Written {
  const w = new DbmlWriter(schema)
  const text = textOf(w, noRest, '')
  return { text, notices: w.notices }
}

/** A counter: the ids of a reading that nobody keeps. */
function counting(): () => string {
  let n = 0
  return () => `said${String(++n)}`
}

/** DBML that holds the whole document: reading it back gives the same. */
export async function writeWholeDbml(schema: Schema): Promise<Written> {
  const [{ readDbmlTexts }, { pairedWith, restOf }] = await Promise.all([
    import('./read'),
    import('./rest/keep'),
  ])
  const { text } = writeDbml(schema)
  const { target } = projectOf(schema)
  const plain = readDbmlTexts([{ name: '', text }], {
    newId: counting(),
    target,
    isChecked: false,
    takesRest: false,
  })
  const w = new DbmlWriter(schema)
  const whole = textOf(w, restOf(schema, pairedWith(schema, plain)))
  return { text: whole, notices: w.notices.filter(({ code }) => code === 'renamed') }
}
