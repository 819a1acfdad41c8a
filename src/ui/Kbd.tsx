import { cx } from './classes'
import { shortcutText } from './shortcut'

export interface KbdProps {
  readonly shortcut: string
  readonly className?: string
}

/** A shortcut in the words of this keyboard, quiet enough to stand at the end of a menu row. */
export function Kbd({ shortcut, className }: KbdProps) {
  return (
    <kbd className={cx('font-sans text-small whitespace-nowrap text-faint', className)}>
      {shortcutText(shortcut)}
    </kbd>
  )
}
