export const popupLook =
  'rounded-card border border-border bg-raised text-ui text-text shadow-pop outline-none transition-opacity data-starting-style:opacity-0 data-ending-style:opacity-0'

export const rowLook =
  'flex min-h-row w-full items-center gap-2 rounded-control px-2 py-1 text-left outline-none select-none data-highlighted:bg-hover data-disabled:text-faint [&_svg]:size-4 [&_svg]:shrink-0'

/** What hangs outside the page's landmarks is a landmark of its own while it is open. */
export const portalProps = { role: 'region', 'aria-label': 'Choices' } as const
