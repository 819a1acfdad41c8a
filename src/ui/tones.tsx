import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import { cx } from './classes'
import type { Tone } from './toasts'

const icons = { info: Info, success: CircleCheck, warning: TriangleAlert, danger: CircleAlert } as const

const inks: Readonly<Record<Tone, string>> = {
  info: 'text-accent-text',
  success: 'text-success-text',
  warning: 'text-warning-text',
  danger: 'text-danger-text',
}

export const softGrounds: Readonly<Record<Tone, string>> = {
  info: 'bg-accent-soft',
  success: 'bg-success-soft',
  warning: 'bg-warning-soft',
  danger: 'bg-danger-soft',
}

const names: Readonly<Record<Tone, string>> = {
  info: 'Note',
  success: 'Done',
  warning: 'Warning',
  danger: 'Error',
}

export function ToneIcon({ tone, className }: { readonly tone: Tone; readonly className?: string }) {
  const Icon = icons[tone]
  return <Icon role="img" aria-label={names[tone]} className={cx('size-4 shrink-0', inks[tone], className)} />
}
