// What few tables have: shown when it is there, and otherwise one menu away.
import { Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { setPersistence, setTableOptions } from '../../../core/commands/table'
import type { Feature } from '../../../core/dialects/write/features'
import type { Table } from '../../../core/model/records'
import { perform } from '../../../state/perform'
import { Button, Menu, Section } from '../../../ui'
import { called, useReadOnly } from '../current'
import { SelectProperty } from '../fields/fields'
import { Held, useHas } from '../fields/Held'
import { Options } from '../fields/Options'
import { Exclusions } from './Exclusions'
import { Partitioning } from './Partitioning'
import { Policies } from './Policies'
import { Triggers, useTriggers } from './Triggers'

interface MorePart {
  readonly title: string
  readonly count: number
  readonly isThere: boolean
  readonly content: ReactNode
  /** Any of these is enough to have it; without, every database does. */
  readonly needs?: readonly Feature[]
}

function Storage({ table }: { readonly table: Table }) {
  const name = called(table.name)
  return (
    <>
      <Held by={['unlogged', 'temporary']} isSet={table.persistence !== undefined}>
        <SelectProperty
          label="Kept"
          name="How the table is kept"
          value={table.persistence ?? 'permanent'}
          options={[
            { value: 'permanent', label: 'For good' },
            { value: 'unlogged', label: 'Unlogged', detail: 'Lost in a crash' },
            { value: 'temporary', label: 'Temporary', detail: 'For one session' },
          ]}
          onChange={(value) => {
            perform(`Set how ${name} is kept`, (cx) =>
              setPersistence(cx, table.id, value === 'permanent' ? undefined : value),
            )
          }}
        />
      </Held>
      <Options
        of="table"
        options={table.options}
        onChange={(options) => {
          perform(`Set options of ${name}`, (cx) => setTableOptions(cx, table.id, options))
        }}
      />
    </>
  )
}

function usePartsOf(table: Table): readonly MorePart[] {
  const triggers = useTriggers(table.id)
  const { exclusions, policies, options } = table
  const isPartitioned = table.partitioning !== undefined || table.partitionOf !== undefined
  return [
    part('Triggers', triggers.length, <Triggers on={table.id} />),
    { ...part('Exclusions', exclusions.length, <Exclusions table={table} />), needs: ['exclusions'] },
    {
      ...part('Policies', policies.length, <Policies table={table} />),
      isThere: policies.length > 0 || table.rowSecurity !== undefined,
      needs: ['policies', 'rowSecurity'],
    },
    {
      ...part('Partitioning', isPartitioned ? 1 : 0, <Partitioning table={table} />),
      needs: ['partitions'],
    },
    {
      ...part('Storage and options', options.length, <Storage table={table} />),
      isThere: options.length > 0 || table.persistence !== undefined,
    },
  ]
}

const part = (title: string, count: number, content: ReactNode): MorePart => ({
  title,
  count,
  isThere: count > 0,
  content,
})

export function MoreParts({ table }: { readonly table: Table }) {
  const parts = usePartsOf(table)
  const isReadOnly = useReadOnly()
  const has = useHas()
  const [wanted, setWanted] = useState<ReadonlySet<string>>(new Set())
  const shown = parts.filter(({ title, isThere }) => isThere || wanted.has(title))
  const rest = parts.filter(
    (other) => !shown.includes(other) && (other.needs === undefined || has(...other.needs)),
  )
  return (
    <>
      {shown.map(({ title, count, content, needs = [] }) => (
        <Section key={title} title={title} count={count}>
          <div className="flex flex-col gap-2">
            <Held by={needs} isSet>
              {content}
            </Held>
          </div>
        </Section>
      ))}
      {rest.length > 0 && !isReadOnly && (
        <div className="px-2 py-2">
          <Menu
            trigger={
              <Button variant="quiet" size="small" icon={<Plus />}>
                More
              </Button>
            }
            entries={rest.map(({ title }) => ({
              kind: 'action',
              label: title,
              onSelect: () => {
                setWanted(new Set([...wanted, title]))
              },
            }))}
          />
        </div>
      )}
    </>
  )
}
