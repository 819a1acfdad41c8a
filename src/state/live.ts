// An answer about the open document that keeps up with it. One question is under way at a time: while one types, those
// in between are never asked.
import { useEffect, useState } from 'react'
import { createStore, useStore } from 'zustand'
import type { Result } from '../core/lib/result'
import type { Schema } from '../core/model/schema'
import type { CallError } from '../workers/client'
import { document } from './document'

export type Question<T> = (schema: Schema, signal: AbortSignal) => Promise<Result<T, CallError>>

export interface Live<T> {
  /** The last answer; it may be of an older question while `isCurrent` is false. */
  readonly value: T | undefined
  readonly isCurrent: boolean
  readonly problem: string | undefined
}

/** Long enough to let a word be typed, short enough to be felt as at once. */
const delay = 160

export class LiveAnswer<T> {
  readonly store = createStore<Live<T>>(() => ({ value: undefined, isCurrent: false, problem: undefined }))
  private question: Question<T> | undefined
  private underWay:
    { readonly schema: Schema; readonly question: Question<T>; readonly abort: AbortController } | undefined
  private timer: ReturnType<typeof setTimeout> | undefined

  /** Asks now, and after every change of the document, until the returned function is called. */
  follow(question: Question<T>): () => void {
    this.question = question
    // Nobody waits for an answer to another question.
    this.underWay?.abort.abort()
    this.underWay = undefined
    this.ask()
    const unsubscribe = document.subscribe((state, before) => {
      if (state.schema !== before.schema) this.askSoon()
    })
    return () => {
      unsubscribe()
      clearTimeout(this.timer)
      if (this.question === question) this.question = undefined
    }
  }

  private askSoon(): void {
    if (this.store.getState().isCurrent) this.store.setState({ isCurrent: false })
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.ask(), delay)
  }

  private ask(): void {
    const { question } = this
    if (!question || this.underWay) return
    const { schema } = document.getState()
    const abort = new AbortController()
    const underWay = { schema, question, abort }
    this.underWay = underWay
    this.store.setState({ isCurrent: false })
    void question(schema, abort.signal).then((result) => {
      if (this.underWay !== underWay) return
      this.underWay = undefined
      this.hear(result, underWay.schema)
    })
  }

  private hear(result: Result<T, CallError>, schema: Schema): void {
    const isCurrent = document.getState().schema === schema
    if (result.ok) this.store.setState({ value: result.value, isCurrent, problem: undefined })
    else if (result.error.kind === 'failed') this.store.setState({ isCurrent, problem: result.error.message })
    if (!isCurrent) this.askSoon()
  }
}

/** `question` must stay the same function for as long as it asks the same. */
export function useLive<T>(question: Question<T>): Live<T> {
  const [answer] = useState(() => new LiveAnswer<T>())
  useEffect(() => answer.follow(question), [answer, question])
  return useStore(answer.store)
}
