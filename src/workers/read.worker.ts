import { browserPostgresParser } from '../engines/postgresParser.browser'
import { newId } from './newId'
import { readMethods } from './readMethods'
import { ownChannel, serve } from './serve'

serve(
  ownChannel(),
  readMethods({
    newId,
    engines: {
      postgres: browserPostgresParser,
      secondOpinion: async () => (await import('../engines/dbmlCore')).dbmlCore,
    },
  }),
)
