// How every benchmark measures: warm up, repeat, tell the median and the spread, and the processor time beside the
// clock's, which says more on a machine that is not alone. A bench file is `name.bench.ts`:
//
//   export const about = 'what is measured, in one line'
//   export async function run(measure: Measure): Promise<void> {
//     await measure('apply 1,000 edits', () => applyAll(edits), { rounds: 20 })
//   }

export interface Options {
  /** How often it is measured; 10 unless told. */
  readonly rounds?: number
  /** How often it runs before it is measured; 2 unless told. */
  readonly warmup?: number
  /** Runs before each round, outside of the measured time. */
  readonly before?: () => unknown
}

export interface Figures {
  readonly median: number
  readonly p95: number
  readonly min: number
  readonly max: number
  readonly rounds: number
  /** The median of processor time, all threads of the process together. */
  readonly cpu: number
}

/** Prints one line and returns its figures, in milliseconds. */
export type Measure = (label: string, act: () => unknown, options?: Options) => Promise<Figures>

function quantile(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share
  const below = sorted[Math.floor(position)] ?? Number.NaN
  const above = sorted[Math.ceil(position)] ?? Number.NaN
  return below + (above - below) * (position - Math.floor(position))
}

const ascending = (values: readonly number[]) => [...values].sort((a, b) => a - b)

export function figuresOf(times: readonly number[], cpuTimes: readonly number[] = []): Figures {
  const sorted = ascending(times)
  return {
    cpu: quantile(ascending(cpuTimes), 0.5),
    median: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    min: quantile(sorted, 0),
    max: quantile(sorted, 1),
    rounds: sorted.length,
  }
}

/** Three significant digits: more would claim what no machine keeps. */
export function inMilliseconds(time: number): string {
  const digits = time >= 100 ? 0 : time >= 10 ? 1 : time >= 1 ? 2 : 3
  return `${time.toFixed(digits)} ms`
}

export function lineOf(label: string, { median, p95, min, max, rounds, cpu }: Figures): string {
  const processor = Number.isNaN(cpu) ? '' : `cpu ${inMilliseconds(cpu)}, `
  const spread = `${processor}p95 ${inMilliseconds(p95)}, ${inMilliseconds(min)} to ${inMilliseconds(max)}`
  return `  ${label.padEnd(48)} ${inMilliseconds(median).padStart(10)}   (${spread}, ${rounds} rounds)`
}

export const measure: Measure = async (label, act, { rounds = 10, warmup = 2, before } = {}) => {
  const times: number[] = []
  const cpuTimes: number[] = []
  for (let round = -warmup; round < rounds; round += 1) {
    await before?.()
    // Node was started with --expose-gc: the young garbage of one round is not the cost of the next. A full collection
    // would also take the hidden classes that compiled code stands on, and measure the compiler.
    globalThis.gc?.({ type: 'minor' })
    const cpu = process.cpuUsage()
    const start = performance.now()
    await act()
    const time = performance.now() - start
    const { user, system } = process.cpuUsage(cpu)
    if (round < 0) continue
    times.push(time)
    cpuTimes.push((user + system) / 1000)
  }
  const figures = figuresOf(times, cpuTimes)
  console.log(lineOf(label, figures))
  return figures
}
