// The values of an enum, in an order that means something: typed one after another, moved with Alt and the arrows.
import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { useRef, type ClipboardEvent, type KeyboardEvent } from 'react'
import { each, ok } from '../../../core/commands/context'
import { addPart, movePart, removePart } from '../../../core/commands/part'
import { makeEnumValue } from '../../../core/model/factory'
import type { EnumId, EnumValueId } from '../../../core/model/id'
import type { Enum, EnumValue } from '../../../core/model/records'
import { perform } from '../../../state/perform'
import { IconButton, TextField } from '../../../ui'
import { called, useReadOnly } from '../current'
import { renameTo } from '../renameTo'
import { AddText } from '../fields/AddText'
import { readValueLines } from './valueLines'

const at = (id: EnumId) => ({ kind: 'enum', id, list: 'values' }) as const

function addValues(id: EnumId, names: readonly string[], index?: number): void {
  const label = names.length === 1 ? `Add value ${names[0] ?? ''}` : `Add ${names.length} values`
  perform(label, (cx) => {
    const added = each(names.entries(), ([step, name]) =>
      addPart(cx, at(id), {
        part: makeEnumValue(cx.newId, { name }),
        index: index === undefined ? undefined : index + step,
      }),
    )
    return added.ok ? ok(undefined) : added
  })
}

function problemOf(row: Enum, value: EnumValue): string | undefined {
  if (value.name === '') return 'This value is empty'
  return row.values.some((other) => other.id !== value.id && other.name === value.name)
    ? 'This value is there twice'
    : undefined
}

interface ValueProps {
  readonly row: Enum
  readonly value: EnumValue
  readonly index: number
  readonly onMove: (value: EnumValueId, to: number) => void
}

function Value({ row, value, index, onMove }: ValueProps) {
  const isReadOnly = useReadOnly()
  const name = called(value.name, 'empty')
  return (
    // The row listens for what its field and buttons have in common.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      data-value={value.id}
      className="group/value relative"
      onKeyDown={(event: KeyboardEvent) => {
        const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
        if (!event.altKey || by === 0 || isReadOnly) return
        event.preventDefault()
        onMove(value.id, index + by)
      }}
    >
      <TextField
        label={`Value ${index + 1}`}
        isLabelHidden
        isMono
        disabled={isReadOnly}
        value={value.name}
        error={problemOf(row, value)}
        onCommit={(text) => {
          renameTo({ id: row.id, part: value.id, what: 'value', before: value.name }, text)
        }}
      />
      {!isReadOnly && (
        <span className="absolute top-px right-px flex h-control items-center rounded-control bg-surface opacity-0 group-hover/value:opacity-100 has-focus-visible:opacity-100">
          <IconButton
            size="small"
            label={`Move ${name} up`}
            icon={<ArrowUp />}
            disabledReason={index === 0 ? 'It is the first' : undefined}
            onClick={() => onMove(value.id, index - 1)}
          />
          <IconButton
            size="small"
            label={`Move ${name} down`}
            icon={<ArrowDown />}
            disabledReason={index === row.values.length - 1 ? 'It is the last' : undefined}
            onClick={() => onMove(value.id, index + 1)}
          />
          <IconButton
            size="small"
            label={`Delete value ${name}`}
            icon={<X />}
            onClick={() => {
              perform(`Delete value ${name}`, (cx) => removePart(cx, { ...at(row.id), part: value.id }))
            }}
          />
        </span>
      )}
    </li>
  )
}

/** A moved row keeps the focus: the browser takes it away when the row changes its place. */
function useMove(row: Enum) {
  const list = useRef<HTMLDivElement>(null)
  const move = (value: EnumValueId, to: number) => {
    if (to < 0 || to >= row.values.length) return
    const name = called(row.values.find(({ id }) => id === value)?.name, 'empty')
    const focused = window.document.activeElement
    perform(`Move value ${name}`, (cx) => movePart(cx, { ...at(row.id), part: value }, to), {
      mergeKey: `move ${value}`,
    })
    requestAnimationFrame(() => {
      if (focused instanceof HTMLElement && list.current?.contains(focused)) focused.focus()
    })
  }
  return { list, move }
}

export function EnumValues({ row }: { readonly row: Enum }) {
  const { list, move } = useMove(row)
  const isReadOnly = useReadOnly()
  const handlePaste = (event: ClipboardEvent) => {
    const names = readValueLines(event.clipboardData.getData('text'))
    if (names.length < 2 || isReadOnly) return
    event.preventDefault()
    addValues(row.id, names)
  }
  return (
    <div ref={list} onPaste={handlePaste} className="flex flex-col gap-1">
      <ol aria-label={`Values of ${called(row.name)}`} className="flex flex-col gap-1 empty:hidden">
        {row.values.map((value, index) => (
          <Value key={value.id} {...{ row, value, index }} onMove={move} />
        ))}
      </ol>
      <AddText
        label="New value"
        isMono
        placeholder="Add value, or paste lines"
        onAdd={(name) => addValues(row.id, [name])}
      />
    </div>
  )
}
