import { X } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { desk } from '../../state/import/desk'
import { useImporting, type Overview, type ShownPlace } from '../../state/import/importing'
import { IconButton, Spinner } from '../../ui'
import { CodeView } from '../code/CodeView'
import { offsetOfLine } from '../code/follow'

const nothing: readonly never[] = []

function useText(source: number): string | undefined {
  const [known, setKnown] = useState<{ readonly source: number; readonly text: string }>()
  useEffect(() => {
    let isGone = false
    void desk.sourceText(source).then((result) => {
      if (!isGone && result.ok) setKnown({ source, text: result.value })
    })
    return () => {
      isGone = true
    }
  }, [source])
  return known?.source === source ? known.text : undefined
}

function useSpan(place: ShownPlace, text: string | undefined) {
  return useMemo(() => {
    if (text === undefined) return undefined
    if (!('line' in place)) return { from: place.from, to: Math.max(place.to, place.from + 1) }
    const from = offsetOfLine(text, place.line)
    const end = text.indexOf('\n', from)
    return { from, to: end < 0 ? text.length : end }
  }, [place, text])
}

/** The text as it came, at the place that something speaks of. */
export function SourcePane({ place, overview }: { readonly place: ShownPlace; readonly overview: Overview }) {
  const name = useImporting(({ fates, sources }) => {
    const fate = fates.find(({ index }) => index === place.source)
    return sources.find(({ id }) => id === fate?.id)?.name ?? 'Source'
  })
  const title = overview.isRebuilt ? `${name}, as the script that makes it` : name
  const text = useText(place.source)
  const span = useSpan(place, text)
  const marked = useMemo(() => (span ? [span] : nothing), [span])
  const target = useMemo(() => span && { offset: span.from, to: span.to }, [span])
  return (
    <section aria-label="Source" className="flex h-2/5 min-h-40 shrink-0 flex-col border-t border-border">
      <header className="flex shrink-0 items-center gap-2 border-b border-border bg-chrome px-3 py-1">
        <h3 className="min-w-0 flex-1 truncate font-mono text-row">{title}</h3>
        <IconButton size="small" label="Close the source" icon={<X />} onClick={() => desk.show(undefined)} />
      </header>
      {text === undefined ? (
        <Spinner label="Fetching the source" className="m-auto" />
      ) : (
        <CodeView
          label={`Source, ${name}`}
          text={text}
          language={overview.hasDialect || overview.isRebuilt ? overview.target.dialect : 'plain'}
          marked={marked}
          notes={nothing}
          target={target}
          className="flex-1"
        />
      )}
    </section>
  )
}
