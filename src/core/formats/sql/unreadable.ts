// Texts that are no SQL at all: told in plain words before anything is tried.

/** What a decoder puts where bytes were no text, and marks that no text holds. */
// eslint-disable-next-line no-control-regex -- these are the ones to find
const strange = /[\u0000-\u0008\u000e-\u001f\ufffd]/g
const picture = /^(?:\u0089|\ufffd)?PNG\r?\n|^%PDF-|^PK/

/** Why nothing can be taken from it; undefined when it may be read. */
export function unreadable(text: string): string | undefined {
  const head = text.slice(0, 4096)
  if (head.trim() === '') return 'This file is empty: no tables found'
  if (head.startsWith('SQLite format 3') || head.startsWith('PGDMP')) return binaryKinds(head)
  const found = head.match(strange)?.length ?? 0
  const isBinary = found > head.length / 20 || (found > 0 && picture.test(head))
  return isBinary ? 'This is not a text file: SQL is read from plain text' : undefined
}

function binaryKinds(head: string): string {
  if (head.startsWith('SQLite format 3'))
    return 'This is a SQLite database, not a script: write its schema with "sqlite3 FILE .schema" and open that'
  return 'This is a pg_dump archive, not a script: write it as plain SQL with "pg_restore --schema-only -f FILE.sql ARCHIVE"'
}
