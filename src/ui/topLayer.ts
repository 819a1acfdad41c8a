/** Popovers of the platform: above everything, clipped by nothing. Browsers from before 2024 do without. */
export const hasTopLayer = typeof HTMLElement !== 'undefined' && 'showPopover' in HTMLElement.prototype
