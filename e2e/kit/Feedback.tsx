import { Table2 } from 'lucide-react'
import { Banner, EmptyState, ErrorBoundary, Notice, ProgressBar } from '../../src/ui'
import { Card } from './Card'

function Broken(): never {
  throw new TypeError('secret_table is not a function')
}

const nothing = () => undefined

export function Feedback() {
  return (
    <Card title="Feedback">
      <ProgressBar label="Arranging 300 tables" value={0.4} onCancel={nothing} />
      <ProgressBar label="Reading shop.sql" />
      <Banner
        title="Not saved yet"
        tone="warning"
        action={{ label: 'Save', onAction: nothing }}
        onDismiss={nothing}
      >
        This browser may clear its storage.
      </Banner>
      <Banner>Somebody else has this document open in another tab.</Banner>
      <Banner tone="success">All 42 tables came in.</Banner>
      <ul className="flex flex-col">
        <Notice
          tone="danger"
          text="Line 12: a comma is missing before “name”"
          place="shop.sql"
          onShow={nothing}
        />
        <Notice
          tone="warning"
          text="orders has no primary key"
          place="public.orders"
          onShow={nothing}
          action={{ label: 'Add id', onAction: nothing }}
        />
        <Notice tone="info" text="3 statements are kept word for word" />
      </ul>
      <div className="rounded-card border border-border">
        <EmptyState
          icon={<Table2 />}
          title="Nothing here yet"
          text="Drag a table from the palette, or begin with an example that you can change."
          action={{ label: 'Add table', onAction: nothing, shortcut: 't' }}
        />
      </div>
      <div className="h-40 rounded-card border border-border">
        <ErrorBoundary region="The inspector">
          <Broken />
        </ErrorBoundary>
      </div>
    </Card>
  )
}
