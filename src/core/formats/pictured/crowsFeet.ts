// Crow's feet in ASCII, as Mermaid and PlantUML both spell them.
import type { EndCardinality } from '../../model/cardinality'

export function leftEnd({ min, max }: EndCardinality): string {
  if (max === 'many') return min === 0 ? '}o' : '}|'
  return min === 0 ? '|o' : '||'
}

export function rightEnd({ min, max }: EndCardinality): string {
  if (max === 'many') return min === 0 ? 'o{' : '|{'
  return min === 0 ? 'o|' : '||'
}
