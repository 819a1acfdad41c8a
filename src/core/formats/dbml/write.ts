// A schema as DBML that every reader of DBML takes, whatever names and texts are in it. What DBML cannot say is told.
import { inOrder, type Schema } from '../../model/schema'
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
import { partialText, tableText } from './table'
import { DbmlWriter } from './writer'

export function writeDbml(schema: Schema): Written {
  const w = new DbmlWriter(schema)
  const pieces = [
    projectText(w),
    ...inOrder(schema.enum).map((row) => enumText(w, row)),
    ...inOrder(schema.partial).map((row) => partialText(w, row)),
    ...inOrder(schema.table).map((row) => tableText(w, row)),
    relationShapes(w, inOrder(schema.relation)).map(refText).join('\n'),
    ...groupTexts(w),
    ...noteTexts(w),
    ...recordTexts(w),
    ...lineageTexts(w, inOrder(schema.lineage)),
    ...viewTexts(w),
  ]
  tellUnknownKinds(w)
  return { text: `${pieces.filter((piece) => piece !== '').join('\n\n')}\n`, notices: w.notices }
}
