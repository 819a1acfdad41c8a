// What a reader has to say, while ids are not known yet: a notice names its draft.
import type { Notice } from '../../../dialects/dialect'
import type { AnyColumnDraft, AnyDraft, Origin } from './drafts'

export interface Telling {
  readonly level: Notice['level']
  readonly code: string
  readonly message: string
  readonly remedy?: string
}

export interface NoticeDraft extends Telling {
  readonly at: Origin
  readonly about?: AnyDraft
  readonly part?: AnyColumnDraft
}

/** Names and texts in messages are cut: a message is for people. */
export const brief = (text: string, length = 80): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= length ? line : `${line.slice(0, length - 1)}…`
}
