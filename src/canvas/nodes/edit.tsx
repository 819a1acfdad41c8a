// Typing on the canvas: the header, a row, or the row that is not there yet, each exactly where its text stands.
import { useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { useStore } from 'zustand'
import type { FaceRow } from '../../core/layout/face'
import { isIdOf } from '../../core/model/id'
import { dialectOf } from '../../state/perform'
import { document as openDocument } from '../../state/document'
import { cx, type CommitKey } from '../../ui'
import { shownBy } from '../../core/layout/geometry'
import { view } from '../../state/view'
import type { DrawnTable } from '../project'
import { addRow, commitName, commitRowName, commitType, edit, endEditing, pasteRows } from './editing'
import { dropOffer, offers, takeOffer } from './offer'
import { TextInput } from './TextInput'
import { TypeInput } from './TypeInput'

const nameOf = (drawn: DrawnTable): string => shownBy(openDocument.getState().schema, drawn.id)?.name ?? ''

export function HeaderEdit({ drawn }: { readonly drawn: DrawnTable }) {
  return (
    <div className="absolute inset-x-0 top-1 flex h-9 items-center bg-surface px-3 text-ui font-semibold text-text">
      <TextInput
        label={`Name of the ${drawn.kind}`}
        value={nameOf(drawn)}
        onCommit={(text, by) => commitName(drawn, text, by)}
        onCancel={endEditing}
      />
    </div>
  )
}

interface RowEditProps {
  readonly drawn: DrawnTable
  readonly row: FaceRow
  readonly field: 'name' | 'type'
}

export function RowEdit({ drawn, row, field }: RowEditProps) {
  const { id } = row
  const name = row.isUnnamed ? '' : row.fullName
  return (
    <div
      className={cx(
        'relative flex h-6 items-center gap-4 bg-surface outline-2 -outline-offset-2 outline-focus',
      )}
      style={{ paddingLeft: row.nameX, paddingRight: drawn.placed.face.width - row.typeX }}
    >
      <div className="min-w-0 flex-1">
        {field === 'name' ? (
          <TextInput
            label={`Name of ${row.kind}`}
            value={name}
            onCommit={(text, by) => commitRowName(drawn, { row: id, before: name }, { text, by })}
            onCancel={endEditing}
          />
        ) : (
          <span className="block truncate">{row.fullName}</span>
        )}
      </div>
      {drawn.kind === 'table' && isIdOf('column', id) && (
        <div className={cx('min-w-0 text-faint', field === 'type' ? 'w-1/2' : 'max-w-1/2 truncate')}>
          {field === 'type' ? (
            <TypeInput
              label={`Type of ${row.fullName}`}
              value={row.fullType}
              onCommit={(text, by) => commitType(drawn, { row: id, before: row.fullType }, { text, by })}
              onCancel={endEditing}
            />
          ) : (
            row.type
          )}
        </div>
      )}
    </div>
  )
}

const smartType = (name: string): string =>
  name.trim() === '' ? '' : dialectOf(openDocument.getState().schema).smart.forName(name.trim()).type.raw

/** A chip that says what the last column seems to mean. It waits beside the row and goes away by itself. */
function OfferChip({ drawn }: { readonly drawn: DrawnTable }) {
  const offer = useStore(offers, (state) => (state.offer?.table === drawn.id ? state.offer : undefined))
  if (!offer) return null
  return (
    <div className="absolute top-full left-0 z-10 mt-1 flex items-center gap-1 rounded-control border border-border bg-raised p-1 pl-2 text-small text-muted shadow-pop">
      <span className="whitespace-pre">Relate to</span>
      <button
        type="button"
        data-offer
        className="pointer-events-auto max-w-40 truncate rounded-small bg-accent-soft px-1.5 font-medium text-accent-text"
        onPointerDown={(event) => event.preventDefault()}
        onClick={takeOffer}
      >
        {offer.toName}
      </button>
      <span className="text-faint">Ctrl+Enter</span>
    </div>
  )
}

/** The row below the last one. It keeps both texts to itself until Enter makes them a column. */
export function NewRow({ drawn }: { readonly drawn: DrawnTable }) {
  const [round, setRound] = useState(0)
  const [name, setName] = useState('')
  const [type, setType] = useState<string>()
  const box = useRef<HTMLDivElement>(null)
  const isEnum = drawn.kind === 'enum'

  const next = () => {
    setName('')
    setType(undefined)
    setRound((count) => count + 1)
  }
  const finish = (by: CommitKey) => {
    if (name.trim() === '') {
      if (by !== 'blur') endEditing()
      return
    }
    addRow(drawn, { name, type: type ?? '' })
    if (by !== 'blur') next()
  }
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Backspace' && name === '' && type === undefined) {
      event.preventDefault()
      endEditing()
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      event.stopPropagation()
      takeOffer()
    } else if (event.key.length === 1) dropOffer()
  }
  const handlePaste = (event: ClipboardEvent) => {
    if (!pasteRows(drawn, event.clipboardData.getData('text'))) return
    event.preventDefault()
    next()
  }
  return (
    // The two fields inside are what one types into; the row only listens for what both have in common.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={box}
      role="group"
      aria-label={isEnum ? 'New value' : 'New column'}
      data-new-row
      onKeyDownCapture={handleKeyDown}
      onPaste={handlePaste}
      onBlur={(event) => {
        if (box.current?.contains(event.relatedTarget)) return
        finish('blur')
        dropOffer()
        leaveNewRow(drawn)
      }}
      className={cx(
        'diagram-text pointer-events-auto relative mt-1.5 flex h-6 w-full min-w-60 items-center gap-3 rounded-small bg-surface outline-2 outline-focus',
        isEnum ? 'pr-3' : 'pr-6',
      )}
      style={{ paddingLeft: drawn.placed.face.gutter }}
      key={round}
    >
      <div className="min-w-0 flex-1">
        <TextInput
          label={isEnum ? 'New value' : 'Name of the new column'}
          value=""
          placeholder={isEnum ? 'value' : 'column'}
          commitsOnBlur={false}
          onChange={setName}
          onCancel={() => {
            dropOffer()
            endEditing()
          }}
          onCommit={(_text, by) => {
            if (by === 'tab' && !isEnum && name.trim() !== '') {
              // At once: the next letter is typed into the type.
              flushSync(() => setType((before) => before ?? smartType(name)))
              focusType(box.current)
            } else if (by === 'shift-tab') endEditing()
            else finish(by)
          }}
        />
      </div>
      {!isEnum && (
        <div className="w-2/5 min-w-0 text-faint" data-new-type>
          <TypeInput
            key={type === undefined ? 'guess' : 'typed'}
            label="Type of the new column"
            value={type ?? ''}
            placeholder={smartType(name) || 'type'}
            takesFocus={false}
            onChange={setType}
            onCommit={(text, by) => {
              if (by === 'blur') return
              setType(text)
              if (by === 'shift-tab') focusName(box.current)
              else {
                // A type that the name suggests brings the rest of what it suggests: NOT NULL, a default.
                addRow(drawn, { name, type: text === smartType(name) ? '' : text })
                next()
              }
            }}
            onCancel={endEditing}
          />
        </div>
      )}
      <OfferChip drawn={drawn} />
    </div>
  )
}

function focusType(box: HTMLElement | null): void {
  const input = box?.querySelector<HTMLInputElement>('[data-new-type] input')
  input?.focus({ preventScroll: true })
  input?.select()
}

const focusName = (box: HTMLElement | null): void =>
  box?.querySelector('input')?.focus({ preventScroll: true })

/** Leaving by a click must not undo what the click has begun. */
function leaveNewRow({ id }: DrawnTable): void {
  const { editing } = view.getState()
  if (editing?.object === id && editing.field === 'newRow') edit(undefined)
}
