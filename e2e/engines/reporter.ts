// After a run: what could not be asked of a real engine, how much that was, and how to get it.
import type { Reporter, TestModule } from 'vitest/node'
import { absentMark } from './absent'
import { availableEngines } from './engines'

export default class EngineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const names = modules.flatMap((module) => [...module.children.allTests('skipped')].map((test) => test.fullName))
    for (const found of availableEngines()) {
      if (found.available) continue
      const skipped = names.filter((name) => name.includes(absentMark(found.id))).length
      if (skipped === 0) continue
      const tests = skipped === 1 ? '1 test was' : `${String(skipped)} tests were`
      process.stdout.write(`\n ${tests} skipped: ${found.id} is not here (${found.why}).\n To get it: ${found.howToGet}\n`)
    }
  }
}
