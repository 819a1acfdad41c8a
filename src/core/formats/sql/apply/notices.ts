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
