import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tidied } from './tidy'

function tidy(text: string): string {
  let done = text
  for (const { from, to, insert } of [...tidied(text)].reverse())
    done = done.slice(0, from) + insert + done.slice(to)
  return done
}

test('lines are set in by their braces', () => {
  const text =
    'Table a {\nid int [\npk,\n  note: "x"\n]  \n      name   text // kept  as it is\nindexes {\n(a, b)\n}\n}'
  expect(tidy(text)).toBe(
    'Table a {\n  id int [\n    pk,\n    note: "x"\n  ]\n  name   text // kept  as it is\n  indexes {\n    (a, b)\n  }\n}',
  )
})

test('texts and comments of several lines stay as they were written', () => {
  const text = "Note n {\n'''\n   one\n two  \n'''\n}\n/* a\n     { b\n*/\nEnum e {\nx\n}"
  expect(tidy(text)).toBe("Note n {\n  '''\n   one\n two  \n'''\n}\n/* a\n     { b\n*/\nEnum e {\n  x\n}")
})

test('one blank line stands between elements', () => {
  expect(tidy('Enum a {\n  x\n}\nEnum b {\n  y\n}\n\n\n\nEnum c {\n  z\n}\n')).toBe(
    'Enum a {\n  x\n}\n\nEnum b {\n  y\n}\n\nEnum c {\n  z\n}\n',
  )
})

test('what is tidy stays, and only blanks are ever touched', () => {
  const part = fc.constantFrom(
    'Table a {',
    '}',
    '  ',
    '\n',
    'x int',
    "'''",
    '/*',
    '*/',
    '[',
    ']',
    "'t'",
    '\t',
    '//',
  )
  const texts = fc.array(part, { maxLength: 20 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(texts, (text) => {
      const once = tidy(text)
      expect(once.replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
      expect(tidy(once)).toBe(once)
    }),
  )
})
