import { desk } from '../../state/import/desk'
import { importing, useImporting } from '../../state/import/importing'
import { Button } from '../../ui'
import { CodeInput } from '../code/CodeInput'

const example = `-- Paste CREATE TABLE statements of any database here, for example:
CREATE TABLE customers (id bigint PRIMARY KEY, email text NOT NULL UNIQUE);
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint REFERENCES customers);`

export function AskText() {
  const pasted = useImporting((state) => state.pasted)
  const isEmpty = pasted.trim() === ''
  const preview = () => {
    if (importing.getState().pasted.trim() !== '') desk.readPasted()
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3">
      <CodeInput
        label="SQL to import"
        hint={example}
        initialText={pasted}
        language="postgres"
        onEdit={(text) => importing.setState({ pasted: text })}
        onSubmit={preview}
        className="min-h-40 flex-1 overflow-hidden rounded-card border border-control"
      />
      <div className="flex justify-end">
        <Button
          variant="primary"
          shortcut="Mod+Enter"
          disabledReason={isEmpty ? 'Paste or type some SQL first' : undefined}
          onClick={preview}
        >
          Preview
        </Button>
      </div>
    </div>
  )
}
