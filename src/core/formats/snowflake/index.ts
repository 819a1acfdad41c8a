import type { Format } from '../format'

export const snowflake: Format = {
  id: 'snowflake',
  label: 'Snowflake SQL',
  extensions: ['.snowflake.sql'],
  mime: 'application/sql',
  load: async () => ({ read: (await import('./read')).readSnowflake }),
}
