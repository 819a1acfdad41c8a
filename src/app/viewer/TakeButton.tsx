import { BookmarkPlus } from 'lucide-react'
import { Button, IconButton } from '../../ui'
import { useAction } from '../AppContext'

/** From looking to having: the one primary thing to do with what somebody sent. */
export function TakeButton() {
  const take = useAction('file.take')
  const run = () => void take.run()
  return (
    <>
      <Button variant="primary" icon={<BookmarkPlus />} onClick={run} className="max-sm:hidden">
        {take.label}
      </Button>
      <IconButton label={take.label} icon={<BookmarkPlus />} onClick={run} className="sm:hidden" />
    </>
  )
}
