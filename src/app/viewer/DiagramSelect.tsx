import { inOrder } from '../../core/model/schema'
import { useDocument } from '../../state/document'
import { currentDiagram } from '../../state/perform'
import { reveal } from '../../state/reveal'
import { useView } from '../../state/view'
import { Select } from '../../ui'

/** Where there is more than one. */
export function DiagramSelect() {
  const schema = useDocument((state) => state.schema)
  useView(({ diagram }) => diagram)
  const diagrams = inOrder(schema.diagram)
  if (diagrams.length < 2) return null
  const shown = currentDiagram(schema)
  return (
    <Select
      label="Diagram"
      isLabelHidden
      isQuiet
      value={shown}
      options={diagrams.map(({ id, name }) => ({ value: id, label: name || 'Without a name' }))}
      onChange={reveal.diagram}
      className="max-w-40"
    />
  )
}
