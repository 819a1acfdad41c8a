import { FilePlus2 } from 'lucide-react'
import { useState } from 'react'
import type { Miniature } from '../../core/picture/miniature'
import type { TemplateInfo } from '../../core/templates'
import { useSettings } from '../../state/settings'
import { documentFrom, newTarget } from '../../state/templates'
import type { Workspace } from '../../state/workspace'
import { tell } from '../../state/feedback'
import { Button, Dialog } from '../../ui'
import { TargetChoice } from './TargetChoice'
import { TemplatePreviewView } from './TemplatePreviewView'

export interface TemplateDialogProps {
  readonly template: TemplateInfo
  readonly picture: Miniature | undefined
  readonly workspace: Workspace
  readonly onClose: () => void
}

/** One template, large, with the database to make it for. */
export function TemplateDialog({ template, picture, workspace, onClose }: TemplateDialogProps) {
  const [isBusy, setBusy] = useState(false)
  useSettings((state) => state.target)
  const target = newTarget()
  const use = async () => {
    setBusy(true)
    const made = await documentFrom(template, target)
    if (made.ok) await workspace.adopt(made.value)
    else
      tell({ tone: 'danger', text: 'The template could not be fetched. Look at your network and try again.' })
    setBusy(false)
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="wide"
      title={template.title}
      description={template.summary}
      footer={
        <>
          <TargetChoice label="Target database" isQuiet className="mr-auto" />
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" icon={<FilePlus2 />} isBusy={isBusy} onClick={() => void use()}>
            Use this template
          </Button>
        </>
      }
    >
      <TemplatePreviewView template={template} target={target} picture={picture} />
    </Dialog>
  )
}
