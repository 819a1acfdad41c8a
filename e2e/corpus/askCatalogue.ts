// The catalogue query as a person would run it, and its answer as it would be pasted.
import { nodePostgresParser } from '../../src/cli/postgresParser'
import type { ReadSchema } from '../../src/core/formats/format'
import { catalogueQueries } from '../../src/core/formats/catalogue/queries'
import { readCatalogue } from '../../src/core/formats/catalogue/read'
import type { Target } from '../../src/core/model/target'
import type { Session } from '../engines/engine'
import { countingIds } from './readEntry'

export async function askCatalogue(session: Session, target: Target): Promise<ReadSchema> {
  const rows = await session.query(catalogueQueries[target.dialect].sql)
  const text = JSON.stringify(rows)
  const read = await readCatalogue([{ name: 'answer.json', text }], {
    newId: countingIds(),
    target,
    engines: { postgres: nodePostgresParser },
  })
  if (!read.ok) throw new Error(read.error.message)
  return read.value
}
