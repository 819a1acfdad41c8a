/**
 * Runs jobs in the order given, a few at a time, and returns the results in that order.
 * @template T
 * @param {readonly (() => Promise<T>)[]} jobs
 * @param {number} lanes
 * @returns {Promise<readonly T[]>}
 */
export async function inLanes(jobs, lanes) {
  /** @type {T[]} */
  const results = []
  let next = 0
  const lane = async () => {
    while (next < jobs.length) {
      const index = next
      next += 1
      const job = jobs[index]
      if (job) results[index] = await job()
    }
  }
  await Promise.all(Array.from({ length: Math.max(1, Math.min(lanes, jobs.length)) }, lane))
  return results
}
