// The one prefix of everything that Relata says in DBML beyond DBML.
export const ownPrefix = 'relata_'

export const isOwnKey = (key: string): boolean => key.toLowerCase().startsWith(ownPrefix)

/** The method of an index of a partial that stands for the primary key. */
export const partialKey = 'primary key'
