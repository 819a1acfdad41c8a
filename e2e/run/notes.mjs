// What a run left out, and why. Any test process may add a line; the runner prints them once, before its last line.
// An optional engine that is not there says so here: addNote('MariaDB is not installed: its 14 checks were skipped')
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { fromRoot } from './root.mjs'

const ofThisRun = fromRoot('.cache/test/notes.txt')

export const clearNotes = (path = ofThisRun) => rmSync(path, { force: true })

/** @param {string} text */
export function addNote(text, path = ofThisRun) {
  mkdirSync(dirname(path), { recursive: true })
  appendFileSync(path, `${text.replaceAll('\n', ' ')}\n`)
}

/** @returns {readonly string[]} each note once, in the order of their first appearance */
export function readNotes(path = ofThisRun) {
  if (!existsSync(path)) return []
  return [...new Set(readFileSync(path, 'utf8').split('\n'))].filter((line) => line !== '')
}
