// How a card looks, whatever it stands for.
export const cardGrid =
  'grid grid-cols-[repeat(auto-fill,minmax(min(100%,calc(var(--spacing)*60)),1fr))] gap-4'

export const cardFace =
  'flex h-full w-full flex-col overflow-hidden rounded-card border border-border bg-surface text-left transition-colors hover:border-border-strong'

export const cardPicture = 'relative block aspect-8/5 w-full border-b border-border bg-ground'
