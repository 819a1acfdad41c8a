// A routine, or a statement that the model keeps word for word: its text and what belongs to it.
import { Trash2 } from 'lucide-react'
import { update, type Patch } from '../../core/commands/patch'
import { remove } from '../../core/commands/record'
import { dialects } from '../../core/dialects'
import { isIdOf, type RoutineId, type VerbatimId } from '../../core/model/id'
import type { Routine, Verbatim } from '../../core/model/records'
import type { SqlText } from '../../core/model/sqlText'
import { dialectIds } from '../../core/model/target'
import { perform } from '../../state/perform'
import { Button, Dialog } from '../../ui'
import { SqlField } from '../code/SqlField'
import { called, useDialect, useReadOnly, useRow, useSql } from '../inspector/current'
import { AreaProperty, SelectProperty, TextProperty } from '../inspector/fields/fields'
import { LackNote } from '../inspector/fields/Held'
import { renameTo } from '../inspector/renameTo'

const routineKinds = [
  { value: 'function', label: 'Function' },
  { value: 'procedure', label: 'Procedure' },
  { value: 'aggregate', label: 'Aggregate' },
  { value: 'package', label: 'Package' },
] as const

const languages = dialectIds.map((value) => ({ value, label: dialects[value].label }))

interface OwnLanguageProps {
  readonly dialect: Routine['dialect']
  readonly onChange: (dialect: Routine['dialect']) => void
}

/** SQL of one database goes out to that one only. */
function OwnLanguage({ dialect, onChange }: OwnLanguageProps) {
  const target = useDialect()
  return (
    <>
      <SelectProperty
        label="Written for"
        value={dialect}
        options={languages}
        onChange={(next) => {
          onChange(next)
        }}
      />
      {dialect !== target.id && (
        <LackNote>
          It is in the words of {dialects[dialect].label}: scripts for {target.label} may leave it out.
        </LackNote>
      )}
    </>
  )
}

function Text({
  label,
  sql,
  dialect,
  onCommit,
}: {
  readonly label: string
  readonly sql: SqlText
  readonly dialect: Routine['dialect']
  readonly onCommit: (text: string) => void
}) {
  const value = useSql(sql)
  const isReadOnly = useReadOnly()
  return <SqlField {...{ label, value, isReadOnly, onCommit }} language={dialect} className="h-[42dvh]" />
}

function RoutineFields({ row }: { readonly row: Routine }) {
  const at = { kind: 'routine', id: row.id } as const
  const name = called(row.name)
  const set = (label: string, patch: Patch<Routine>) => {
    perform(label, (cx) => update(cx, at, patch))
  }
  return (
    <>
      <div className="grid grid-cols-2 gap-x-4 gap-y-2 max-sm:grid-cols-1">
        <TextProperty
          label="Name"
          name="Name of the routine"
          value={row.name}
          error={row.name.trim() === '' ? 'This routine has no name yet' : undefined}
          onCommit={(text) => renameTo({ id: row.id, what: 'routine', before: row.name }, text)}
        />
        <SelectProperty
          label="Kind"
          value={row.routine}
          options={routineKinds}
          onChange={(routine) => set(`Make ${name} a ${routine}`, { routine })}
        />
        <TextProperty
          label="Arguments"
          value={row.signature}
          placeholder="integer, text"
          isMono
          onCommit={(signature) => set(`Set arguments of ${name}`, { signature: signature.trim() })}
        />
        <OwnLanguage
          dialect={row.dialect}
          onChange={(dialect) => set(`Set language of ${name}`, { dialect })}
        />
      </div>
      <Text
        label="Statement"
        sql={row.definition}
        dialect={row.dialect}
        onCommit={(definition) => set(`Change routine ${name}`, { definition })}
      />
      <AreaProperty
        label="Comment"
        value={row.comment}
        onCommit={(comment) => set(`Comment on routine ${name}`, { comment })}
      />
    </>
  )
}

function VerbatimFields({ row }: { readonly row: Verbatim }) {
  const set = (label: string, patch: Patch<Verbatim>) => {
    perform(label, (cx) => update(cx, { kind: 'verbatim', id: row.id }, patch))
  }
  return (
    <>
      <OwnLanguage dialect={row.dialect} onChange={(dialect) => set('Set language of SQL', { dialect })} />
      <Text
        label="Statement"
        sql={row.text}
        dialect={row.dialect}
        onCommit={(text) => set('Change SQL', { text })}
      />
      <AreaProperty
        label="Comment"
        value={row.comment}
        onCommit={(comment) => set('Comment on SQL', { comment })}
      />
    </>
  )
}

export interface StatementDialogProps {
  readonly id: RoutineId | VerbatimId
  readonly onClose: () => void
}

export function StatementDialog({ id, onClose }: StatementDialogProps) {
  const routine = useRow('routine', isIdOf('routine', id) ? id : undefined)
  const verbatim = useRow('verbatim', isIdOf('verbatim', id) ? id : undefined)
  const isReadOnly = useReadOnly()
  const drop = () => {
    if (routine) {
      perform(`Delete routine ${called(routine.name)}`, (cx) =>
        remove(cx, { kind: 'routine', id: routine.id }),
      )
    } else if (verbatim) perform('Delete SQL', (cx) => remove(cx, { kind: 'verbatim', id: verbatim.id }))
    onClose()
  }
  const footer = (
    <>
      {!isReadOnly && (
        <Button icon={<Trash2 />} className="mr-auto" onClick={drop}>
          Delete
        </Button>
      )}
      <Button variant="primary" onClick={onClose}>
        Done
      </Button>
    </>
  )
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={routine ? called(routine.name, 'Routine') : 'Other SQL'}
      size="large"
      footer={footer}
    >
      <div className="flex flex-col gap-3 pt-1">
        {routine && <RoutineFields row={routine} />}
        {verbatim && <VerbatimFields row={verbatim} />}
        {!routine && !verbatim && <p className="text-muted">This is no longer in the document.</p>}
      </div>
    </Dialog>
  )
}
