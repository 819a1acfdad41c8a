// How the diagram in view is drawn: its notation, how much of it is shown, and what its author notes of it.
import { updateDiagram } from '../../core/commands/diagram'
import { levels, notations, type Diagram } from '../../core/model/records'
import { levelLabels, notationLabels } from '../../core/picture/labels'
import { useDocument } from '../../state/document'
import { perform } from '../../state/perform'
import { Select, TextArea } from '../../ui'

const notationOptions = notations.map((value) => ({ value, label: notationLabels[value] }))
const levelOptions = levels.map((value) => ({ value, label: levelLabels[value] }))

export function DiagramLook({ diagram }: { readonly diagram: Diagram }) {
  const disabled = useDocument(({ isReadOnly }) => isReadOnly)
  const { id, notation, level, note } = diagram
  return (
    <section aria-label="Look of the diagram" className="flex flex-col gap-2 border-t border-border p-3">
      <div className="flex gap-2">
        <Select
          label="Notation"
          value={notation}
          options={notationOptions}
          disabled={disabled}
          className="min-w-0 flex-1"
          onChange={(next) => {
            perform(`Draw in ${notationLabels[next]}`, (cx) => updateDiagram(cx, id, { notation: next }))
          }}
        />
        <Select
          label="Detail"
          value={level}
          options={levelOptions}
          disabled={disabled}
          className="min-w-0 flex-1"
          onChange={(next) => {
            perform(`Show ${levelLabels[next].toLowerCase()}`, (cx) => updateDiagram(cx, id, { level: next }))
          }}
        />
      </div>
      <TextArea
        key={id}
        label="Note on the diagram"
        rows={2}
        value={note}
        disabled={disabled}
        onCommit={(next) => {
          perform('Change the note on the diagram', (cx) => updateDiagram(cx, id, { note: next }))
        }}
      />
    </section>
  )
}
