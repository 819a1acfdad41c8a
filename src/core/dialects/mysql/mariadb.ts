// MariaDB: MySQL's sibling, apart where it hurts: no expression indexes, its own reserved words, UUID and sequences.
import { tellOptions } from '../write/dialectOptions'
import { dissolved, lostComment, standardSequence } from '../write/objects'
import { report } from '../write/report'
import type { DdlRules, ObjectWriters } from '../write/rules'
import { mysqlFeatures, mysqlObjects, mysqlRules, ownedSequence, tellTable } from './ddl'
import { mariadbNames } from './names'
import { mariadbPhrases } from './phrases'
import { mariadbPrint } from './print'
import { mysqlShape } from './shape'

const objects: ObjectWriters = {
  ...mysqlObjects,
  sequence: (row, pen) => {
    if (ownedSequence(row, pen)) return dissolved(row, pen)
    lostComment(row, pen)
    tellOptions('sequence', row.options, { at: { about: row.id }, pen })
    if (row.type)
      pen.tell(
        { about: row.id },
        report('info', 'sequenceType', 'A sequence has no type here: it counts in 64 bits.'),
      )
    return [standardSequence(row, pen)]
  },
}

export const mariadbRules: DdlRules = {
  ...mysqlRules,
  id: 'mariadb',
  label: 'MariaDB',
  family: ['mariadb'],
  names: mariadbNames,
  scopes: { ...mysqlRules.scopes, check: ['tableConstraint'] },
  features: (target) => ({
    ...mysqlFeatures(target),
    sequences: true,
    expressionIndexes: false,
    notEnforcedChecks: false,
    // DESC is honoured since 10.8; before it was read and forgotten.
    keyOrder: true,
  }),
  types: mariadbPrint,
  phrases: mariadbPhrases,
  objects,
  shape: (plan, pen) => {
    tellTable(plan, pen)
    // A unique key over part of the rows would need an expression.
    const indexes = plan.indexes.filter(({ id, unique, where }) => {
      if (!unique || where === undefined) return true
      pen.tell(
        { about: plan.table.id, part: id },
        {
          ...report('loss', 'partialIndexes', 'MariaDB has no partial indexes: this unique one is left out.'),
          remedy: 'Make a generated column that is NULL where the condition does not hold, unique.',
        },
      )
      return false
    })
    return mysqlShape({ ...plan, indexes }, pen)
  },
}
