// What a writer has to say of something that DBML cannot.
import type { AnyId } from '../../model/schema'
import type { Notice } from '../format'

export type Report = (notice: Notice) => void

export interface Place {
  readonly about: AnyId
  readonly part?: string
}

/** Something of the model that stays out of the text. */
export const lost = (report: Report, { about, part }: Place, message: string): void =>
  report({ level: 'loss', code: 'notInDbml', about, ...(part !== undefined && { part }), message })
