import { useMemo, useState } from 'react'
import type { Notice } from '../../core/dialects/dialect'
import type { Preview } from '../../state/exporting'
import { reveal } from '../../state/reveal'
import { Button } from '../../ui'
import { CodeView } from '../code/CodeView'
import { lineNotesOf, offsetOfLine, selectableOf } from '../code/follow'
import type { Span } from '../code/marks'
import { Notices } from '../code/Notices'

export interface TextPreviewProps {
  readonly preview: Extract<Preview, { kind: 'text' }>
  readonly onLeave: () => void
}

const nothing: readonly Span[] = []

/** The script, and beside it whatever does not carry over. */
export function TextPreview({ preview, onLeave }: TextPreviewProps) {
  const { ddl, schema, target, what } = preview
  const [shown, setShown] = useState<Notice>()
  const notes = useMemo(() => lineNotesOf(ddl.notices), [ddl])
  const place = useMemo(
    () => (shown?.line === undefined ? undefined : { offset: offsetOfLine(ddl.text, shown.line) }),
    [shown, ddl],
  )
  const marked = useMemo(() => (place ? [{ from: place.offset, to: place.offset }] : nothing), [place])
  const object = shown && selectableOf(schema, shown.about)

  const handleShow = (notice: Notice) => {
    setShown({ ...notice })
    const selectable = selectableOf(schema, notice.about)
    if (selectable) reveal.object(selectable, notice.part)
  }

  return (
    <>
      <CodeView
        label={what === 'sql' ? 'SQL script' : 'Text'}
        text={ddl.text}
        language={what === 'sql' ? target.dialect : 'plain'}
        marked={marked}
        notes={notes}
        target={place}
        className="min-h-40 flex-1"
      />
      {ddl.notices.length > 0 && (
        <section
          aria-label="What does not carry over"
          className="flex max-h-2/5 shrink-0 flex-col border-t border-border"
        >
          <header className="flex h-8 items-center justify-between gap-2 px-3">
            <h3 className="text-row font-medium">
              {ddl.notices.length === 1 ? '1 notice' : `${ddl.notices.length.toLocaleString('en')} notices`}
            </h3>
            {object && (
              <Button size="small" variant="quiet" onClick={onLeave}>
                Show on the canvas
              </Button>
            )}
          </header>
          <Notices notices={ddl.notices} onShow={handleShow} className="min-h-0 overflow-y-auto px-1 pb-1" />
        </section>
      )}
    </>
  )
}
