// The one prefix of everything that Relata says in DBML beyond DBML.
export const ownPrefix = 'relata_'

export const isOwnKey = (key: string): boolean => key.toLowerCase().startsWith(ownPrefix)
