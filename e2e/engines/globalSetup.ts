// Around a whole run: the owner of the servers that workers start when they need them; and, at the end, a note of
// what no real engine was asked, how much that was, and how to get the engine.
import type { TestProject } from 'vitest/node'
import { addNote } from '../run/notes.mjs'
import { notesOnAbsent } from './absent'
import { availableEngines } from './engines'
import { openHost } from './servers/host'

export default async function aroundTheRun(project: TestProject): Promise<() => Promise<void>> {
  const closeHost = await openHost()
  return async () => {
    await closeHost()
    for (const note of notesOnAbsent(availableEngines(), namesOfSkipped(project))) {
      addNote(note)
      process.stdout.write(`\n ${note}\n`)
    }
  }
}

function namesOfSkipped(project: TestProject): readonly string[] {
  const modules = project.vitest.state.getTestModules().filter((module) => module.project === project)
  return modules.flatMap((module) => [...module.children.allTests('skipped')].map((test) => test.fullName))
}
