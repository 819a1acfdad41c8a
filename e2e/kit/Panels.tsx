import { Plus } from 'lucide-react'
import { useState } from 'react'
import { EditableText, IconButton, Section, SidePanel, Splitter, TextField } from '../../src/ui'
import { Card } from './Card'

export function Panels() {
  const [width, setWidth] = useState(240)
  const [name, setName] = useState('orders')
  return (
    <Card title="Panels">
      <div className="flex h-90 overflow-hidden rounded-card border border-border bg-ground">
        <div id="pane" className="shrink-0" style={{ width }}>
          <SidePanel
            label="inspector"
            title={<EditableText label="Name" value={name} onCommit={setName} />}
            onClose={() => undefined}
          >
            <Section
              title="Columns"
              count={3}
              actions={<IconButton size="small" label="Add column" icon={<Plus />} />}
            >
              <ul className="font-mono text-row">
                <li className="flex h-row items-center">id</li>
                <li className="flex h-row items-center">customer_id</li>
              </ul>
            </Section>
            <Section title="Comment" isOpenAtFirst={false}>
              <TextField label="Comment" isLabelHidden value="" onCommit={() => undefined} />
            </Section>
            <Section title="Indexes" count={0}>
              <p className="text-muted">None.</p>
            </Section>
          </SidePanel>
        </div>
        <Splitter
          label="Inspector width"
          controls="pane"
          value={width}
          min={160}
          max={320}
          onChange={setWidth}
          onReset={() => {
            setWidth(240)
          }}
        />
        <p className="min-w-0 flex-1 p-3 text-muted">The canvas</p>
      </div>
    </Card>
  )
}
