// The right dock: everything about what is selected, to read and to change.
import { Boxes, Columns3, Database, Eye, Frame, List, Spline, StickyNote, Table2, X } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import { assertNever } from '../../core/lib/assertNever'
import { endsOf } from '../../core/model/query'
import type { Schema } from '../../core/model/schema'
import { databaseFaces, databaseObjectName } from '../../state/databaseObjects'
import { useDocument } from '../../state/document'
import { kindOfDatabaseObject, noSelection } from '../../state/selection'
import { setSelection, useView } from '../../state/view'
import { EmptyState, IconButton, SidePanel, tip } from '../../ui'
import { called } from './current'
import { DatabaseInspector } from './database/DatabaseInspector'
import { ManyInspector } from './ManyInspector'
import { AreaInspector } from './objects/AreaInspector'
import { EnumInspector } from './objects/EnumInspector'
import { NoteInspector } from './objects/NoteInspector'
import { ViewInspector } from './objects/ViewInspector'
import { RelationInspector } from './relation/RelationInspector'
import { ScrollerContext } from './scroller'
import { describeMany, subjectOf, type Subject } from './subject'
import { TableInspector } from './table/TableInspector'

const faces: Readonly<
  Record<Exclude<Subject['kind'], 'many' | 'database'>, { readonly title: string; readonly icon: ReactNode }>
> = {
  nothing: { title: 'Inspector', icon: <Columns3 /> },
  table: { title: 'Table', icon: <Table2 /> },
  view: { title: 'View', icon: <Eye /> },
  enum: { title: 'Enum', icon: <List /> },
  note: { title: 'Note', icon: <StickyNote /> },
  area: { title: 'Subject area', icon: <Frame /> },
  relation: { title: 'Relation', icon: <Spline /> },
}

/** What the selected object is called; a relation by its two ends. */
function nameIn(schema: Schema, subject: Subject): string {
  switch (subject.kind) {
    case 'table':
      return called(schema.table.get(subject.id)?.name)
    case 'view':
      return called(schema.view.get(subject.id)?.name)
    case 'enum':
      return called(schema.enum.get(subject.id)?.name)
    case 'area': {
      const group = schema.area.get(subject.id)?.group
      return called(group && schema.group.get(group)?.name)
    }
    case 'relation': {
      const relation = schema.relation.get(subject.id)
      if (!relation) return ''
      const [a, b] = endsOf(relation)
      return `${called(schema.table.get(a.table)?.name)} → ${called(schema.table.get(b.table)?.name)}`
    }
    case 'database':
      return called(databaseObjectName(schema, subject.id))
    case 'many':
      return describeMany(subject.ids)
    default:
      return ''
  }
}

function faceOf(subject: Subject): { readonly title: string; readonly icon: ReactNode } {
  if (subject.kind === 'many') return { title: '', icon: <Boxes /> }
  if (subject.kind !== 'database') return faces[subject.kind]
  const { one } = databaseFaces[kindOfDatabaseObject(subject.id)]
  return { title: one.charAt(0).toUpperCase() + one.slice(1), icon: <Database /> }
}

function Title({ subject }: { readonly subject: Subject }) {
  const name = useDocument(({ schema }) => nameIn(schema, subject))
  const { title, icon } = faceOf(subject)
  return (
    <span className="flex min-w-0 items-center gap-2">
      <span className="shrink-0 text-faint [&_svg]:size-4">{icon}</span>
      <span className="min-w-0 truncate" {...tip(name, { whenCut: true })}>
        {name === '' ? title : name}
      </span>
      {name !== '' && title !== '' && (
        <span className="shrink-0 text-row font-normal text-faint">{title}</span>
      )}
    </span>
  )
}

/** Keyed by what it speaks of: no field ever carries its typing over to another object. */
function Body({ subject }: { readonly subject: Subject }) {
  switch (subject.kind) {
    case 'nothing':
      return (
        <EmptyState
          icon={<Columns3 />}
          title="Nothing selected"
          text="Select a table, a relation or a note to see and change everything about it here."
        />
      )
    case 'table':
      return <TableInspector key={subject.id} id={subject.id} />
    case 'view':
      return <ViewInspector key={subject.id} id={subject.id} />
    case 'enum':
      return <EnumInspector key={subject.id} id={subject.id} />
    case 'note':
      return <NoteInspector key={subject.id} id={subject.id} />
    case 'area':
      return <AreaInspector key={subject.id} id={subject.id} />
    case 'relation':
      return <RelationInspector key={subject.id} id={subject.id} />
    case 'database':
      return <DatabaseInspector key={subject.id} id={subject.id} />
    case 'many':
      return <ManyInspector key={subject.ids.join()} ids={subject.ids} />
    default:
      return assertNever(subject)
  }
}

/** Fills the dock that it is put into. */
export function Inspector({ edge }: { readonly edge?: ReactNode }) {
  const items = useView(({ selection }) => selection.items)
  const scroller = useRef<HTMLDivElement>(null)
  const subject = subjectOf(items)
  return (
    <SidePanel
      label="Inspector"
      edge={edge}
      title={<Title subject={subject} />}
      scrollRef={scroller}
      {...(subject.kind !== 'nothing' && {
        actions: (
          <IconButton
            size="small"
            label="Deselect"
            icon={<X />}
            onClick={() => {
              setSelection(noSelection)
            }}
          />
        ),
      })}
    >
      <ScrollerContext value={scroller}>
        <Body subject={subject} />
      </ScrollerContext>
    </SidePanel>
  )
}
