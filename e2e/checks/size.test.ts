import { expect, test } from 'vitest'
import { firstLoadScripts } from './size.mjs'

test('first load is what the entry reaches by static imports, each script once, styles and lazy parts apart', () => {
  const manifest = {
    'index.html': {
      file: 'assets/main.js',
      isEntry: true,
      imports: ['_a.js', '_b.js'],
      dynamicImports: ['lazy.ts'],
    },
    '_a.js': { file: 'assets/a.js', imports: ['_b.js'] },
    '_b.js': { file: 'assets/b.js' },
    'lazy.ts': { file: 'assets/lazy.js', imports: ['_c.js'] },
    '_c.js': { file: 'assets/c.js' },
    'style.css': { file: 'assets/style.css', isEntry: true },
  }
  expect(firstLoadScripts(manifest)).toEqual(['assets/main.js', 'assets/a.js', 'assets/b.js'])
})
