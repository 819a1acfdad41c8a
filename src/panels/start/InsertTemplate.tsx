import { ArrowLeft, LayoutTemplate } from 'lucide-react'
import { useState } from 'react'
import { projectOf } from '../../core/model/schema'
import type { TemplateInfo } from '../../core/templates'
import { useDocument } from '../../state/document'
import { tell } from '../../state/feedback'
import { insertTemplate } from '../../state/templates'
import { Button, Dialog } from '../../ui'
import { TemplatePreviewView } from './TemplatePreviewView'
import { Templates, useTemplatePictures } from './Templates'

export interface InsertTemplateProps {
  readonly onClose: () => void
}

/** A template beside what is in the open document: chosen from the gallery, looked at, then inserted as one step. */
export function InsertTemplate({ onClose }: InsertTemplateProps) {
  const [chosen, setChosen] = useState<TemplateInfo>()
  const pictures = useTemplatePictures()
  const target = useDocument((state) => projectOf(state.schema).target)
  const insert = async () => {
    if (!chosen) return
    const done = await insertTemplate(chosen)
    if (done.ok || done.error === 'refused') onClose()
    else
      tell({ tone: 'danger', text: 'The template could not be fetched. Look at your network and try again.' })
  }
  const back = () => {
    setChosen(undefined)
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="wide"
      title={chosen?.title ?? 'Insert a template'}
      description={
        chosen?.summary ??
        'Its tables are placed beside yours and written for the same database. One undo takes them away.'
      }
      footer={
        chosen && (
          <>
            <Button icon={<ArrowLeft />} onClick={back} className="mr-auto">
              All templates
            </Button>
            <Button variant="primary" icon={<LayoutTemplate />} onClick={() => void insert()}>
              Insert
            </Button>
          </>
        )
      }
    >
      {chosen ? (
        <TemplatePreviewView template={chosen} target={target} picture={pictures[chosen.id]} />
      ) : (
        <Templates pictures={pictures} onChoose={setChosen} />
      )}
    </Dialog>
  )
}
