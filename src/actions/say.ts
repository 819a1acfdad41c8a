// Labels of steps in the user's words: "Lock orders", "Lock 3 tables".
import { document } from '../state/document'
import type { Selectable } from '../state/selection'
import { wordsFor } from '../state/words'

export const said = (items: readonly Selectable[]): string => wordsFor(document.getState().schema, items)
