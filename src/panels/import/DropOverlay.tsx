import { FileDown } from 'lucide-react'
import { useDocument } from '../../state/document'
import { useScreens } from '../../state/screens'
import { projectOf } from '../../core/model/schema'

/** What letting go here will do, while something hangs over the page. */
export function DropOverlay() {
  const isEditor = useScreens(({ screen }) => screen === 'editor')
  const name = useDocument(({ schema }) => (schema.project.size > 0 ? projectOf(schema).name : ''))
  return (
    <div className="pointer-events-none fixed inset-0 z-50 flex items-center justify-center bg-backdrop p-4">
      <div className="flex max-w-90 flex-col items-center gap-2 rounded-dialog border-2 border-dashed border-accent bg-raised p-8 text-center shadow-dialog">
        <FileDown aria-hidden className="size-6 text-accent-text" />
        <p className="text-title font-semibold">Drop to look inside</p>
        <p className="text-muted">
          {isEditor
            ? `You see what a script or a folder of migrations holds before any of it comes into ${name || 'this document'}. A Relata file opens.`
            : 'You see what a script or a folder of migrations holds before a document is made of it. A Relata file opens.'}
        </p>
      </div>
    </div>
  )
}
