// What a schema is made of.
export * from './objects'
export * from './project'
export * from './relation'
export * from './shared'
export * from './table'
