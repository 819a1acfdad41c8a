import type { ParseJudge } from './judge'
import { judgeOracle } from './oracle'
import { judgeRedshift } from './redshift'
import { judgeSqlserver } from './sqlserver'

export const parseJudges: Readonly<Record<'sqlserver' | 'oracle' | 'redshift', ParseJudge>> = {
  sqlserver: judgeSqlserver,
  oracle: judgeOracle,
  redshift: judgeRedshift,
}
