import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addNote, clearNotes, readNotes } from './notes.mjs'

test('a note that several processes leave is told once, on one line, until the next run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'relata-notes-'))
  const path = join(folder, 'deep', 'notes.txt')
  expect(readNotes(path)).toEqual([])
  addNote('MariaDB is not here:\n14 checks were skipped', path)
  addNote('MySQL is not here', path)
  addNote('MySQL is not here', path)
  expect(readNotes(path)).toEqual(['MariaDB is not here: 14 checks were skipped', 'MySQL is not here'])
  clearNotes(path)
  expect(readNotes(path)).toEqual([])
  rmSync(folder, { recursive: true })
})
