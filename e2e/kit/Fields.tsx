import { Database, Search } from 'lucide-react'
import { useState } from 'react'
import { Checkbox, Combobox, Kbd, NumberField, Select, Switch, TextArea, TextField } from '../../src/ui'
import { Card } from './Card'

const types = [
  {
    label: 'Numbers',
    options: [
      { value: 'integer', detail: '4 bytes' },
      { value: 'bigint', detail: '8 bytes' },
      { value: 'numeric(10,2)', detail: 'exact' },
    ],
  },
  {
    label: 'Text',
    options: [{ value: 'text' }, { value: 'varchar(255)' }, { value: 'citext', detail: 'extension' }],
  },
]

const targets = [
  { value: 'postgres', label: 'PostgreSQL 16', icon: <Database />, detail: 'Default' },
  { value: 'mysql', label: 'MySQL 8.4', icon: <Database /> },
  { value: 'oracle', label: 'Oracle 23ai', icon: <Database />, disabledReason: 'Uses enums' },
]

export function Fields() {
  const [name, setName] = useState('customer_address')
  const [type, setType] = useState('varchar(255)')
  const [count, setCount] = useState<number | undefined>(255)
  const [target, setTarget] = useState('postgres')
  const [isNullable, setNullable] = useState(true)
  const [snap, setSnap] = useState(true)
  return (
    <Card title="Fields">
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField label="Name" value={name} onCommit={setName} />
        <TextField label="Check" isMono value="price >" error="Something is missing at the end" />
        <Combobox
          label="Type"
          isMono
          value={type}
          onCommit={setType}
          options={types}
          hint="Any text is a type"
        />
        <NumberField label="Length" value={count} onCommit={setCount} min={1} max={65535} unit="chars" />
        <Select label="Target" value={target} onChange={setTarget} options={targets} />
        <Select
          label="Collation"
          value={undefined}
          onChange={setTarget}
          options={targets}
          placeholder="As the database"
        />
        <TextField
          label="Search"
          isLabelHidden
          type="search"
          value=""
          onChange={() => undefined}
          placeholder="Search"
          icon={<Search />}
          end={<Kbd shortcut="/" className="pr-1" />}
        />
        <TextField label="Locked" isLabelHidden value="Read only" readOnly />
      </div>
      <TextArea label="Comment" value="Where the parcels go." onCommit={() => undefined} />
      <div className="flex flex-wrap gap-6">
        <Checkbox label="Not null" isChecked={!isNullable} onChange={setNullable} />
        <Checkbox label="Some" isChecked={false} isMixed onChange={() => undefined} />
        <Checkbox
          label="Unique"
          isChecked
          onChange={() => undefined}
          disabledReason="It is the primary key"
        />
        <Switch label="Snap to grid" hint="8 px" isChecked={snap} onChange={setSnap} />
        <Switch label="Minimap" isChecked={false} onChange={() => undefined} />
      </div>
    </Card>
  )
}
