// The one prefix of everything that Relata says in DBML beyond DBML.
export const ownPrefix = 'relata_'

/** `rowSecurity` is said as `relata_row_security`: keys of DBML know no capitals. */
export const ownKey = (field: string): string =>
  ownPrefix + field.replaceAll(/[A-Z]/g, (char) => `_${char.toLowerCase()}`)

export const fieldOfKey = (key: string): string =>
  key.slice(ownPrefix.length).replaceAll(/_([a-z])/g, (_whole, char: string) => char.toUpperCase())

export const isOwnKey = (key: string): boolean => key.toLowerCase().startsWith(ownPrefix)

/** The method of an index of a partial that stands for the primary key. */
export const partialKey = 'primary key'
