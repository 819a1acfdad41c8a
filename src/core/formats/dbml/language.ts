// The language itself, through its own library: trees that lose nothing, and everything it has to say about a text.
import {
  Compiler,
  ElementDeclarationNode,
  Filepath,
  MemoryProjectLayout,
  UseDeclarationNode,
  type ProgramNode,
} from '@dbml/parse'
import type { SourceText } from '../format'
import { Lines } from '../sql/locate'
import type { DbmlProblem, Span } from './reading'
import { spanOf } from './syntax'

export interface ParsedFile {
  readonly source: number
  readonly text: string
  readonly path: Filepath
  readonly elements: readonly ElementDeclarationNode[]
  readonly uses: readonly UseDeclarationNode[]
}

export interface Parsed {
  readonly files: readonly ParsedFile[]
  readonly problems: readonly DbmlProblem[]
  readonly broken: readonly (Span & { readonly source: number })[]
}

/** A byte order mark is no letter of DBML; a space in its place keeps every offset. */
const readable = (text: string): string => (text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text)

const pathOf = (name: string, index: number): Filepath => {
  const clean = name.replaceAll('\\', '/').replace(/^\/+/, '')
  return Filepath.from(`/${clean === '' ? `source-${String(index)}.dbml` : clean}`)
}

/** Codes below this one speak of letters and brackets: the tree around them cannot be trusted. */
const firstOfMeaning = 3000

interface Said extends Span {
  readonly code: number
  readonly severity: DbmlProblem['severity']
  readonly message: string
  readonly path: string
}

interface Diagnostic {
  readonly code: number
  readonly diagnostic: string
  readonly start: number
  readonly end: number
  readonly filepath: Filepath
}

function saidOf(compiler: Compiler, path: Filepath): readonly Said[] {
  const toSaid =
    (severity: DbmlProblem['severity']) =>
    ({ code, diagnostic, start, end, filepath }: Diagnostic): Said => ({
      code,
      severity,
      message: diagnostic,
      from: start,
      to: end,
      path: filepath.absolute,
    })
  const report = compiler.interpretFile(path)
  return [
    ...report.getErrors().map(toSaid('error')),
    ...report.getWarnings().map(toSaid('warning')),
    ...report.getInfos().map(toSaid('info')),
  ]
}

/** The library's own mistakes while it looks for ours must not cost the text. */
function trySaid(compiler: Compiler, path: Filepath): readonly Said[] {
  try {
    return saidOf(compiler, path)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return [{ code: 0, severity: 'warning', message, from: 0, to: 0, path: path.absolute }]
  }
}

export function parseTexts(sources: readonly SourceText[], isChecked = true): Parsed {
  const layout = new MemoryProjectLayout()
  const paths = sources.map(({ name }, i) => pathOf(name, i))
  const texts = sources.map(({ text }) => readable(text))
  for (const [i, path] of paths.entries()) layout.setSource(path, texts[i] ?? '')
  const compiler = new Compiler(layout)
  const files = paths.map((path, source): ParsedFile => {
    const ast: ProgramNode = compiler.parseFile(path).getValue().ast
    const body: readonly unknown[] = ast.body
    return {
      source,
      text: texts[source] ?? '',
      path,
      // A tree of a broken text holds gaps.
      elements: body.filter((one): one is ElementDeclarationNode => one instanceof ElementDeclarationNode),
      uses: body.filter((one): one is UseDeclarationNode => one instanceof UseDeclarationNode),
    }
  })
  const problems = problemsOf(
    isChecked
      ? paths.flatMap((path) => trySaid(compiler, path))
      : paths.flatMap((path) => syntaxOnly(compiler, path)),
    files,
  )
  return { files, problems, broken: brokenOf(files, problems) }
}

function syntaxOnly(compiler: Compiler, path: Filepath): readonly Said[] {
  return compiler
    .parseFile(path)
    .getErrors()
    .map(({ code, diagnostic, start, end }) => ({
      code,
      severity: 'error' as const,
      message: diagnostic,
      from: start,
      to: end,
      path: path.absolute,
    }))
}

function problemsOf(said: readonly Said[], files: readonly ParsedFile[]): readonly DbmlProblem[] {
  const byPath = new Map(files.map((file) => [file.path.absolute, file]))
  const lines = new Map<number, Lines>()
  const seen = new Set<string>()
  return said
    .flatMap(({ path, ...rest }): readonly DbmlProblem[] => {
      const file = byPath.get(path)
      if (!file) return []
      const key = `${String(file.source)} ${String(rest.from)} ${String(rest.to)} ${rest.message}`
      if (seen.has(key)) return []
      seen.add(key)
      const known = lines.get(file.source) ?? new Lines(file.text)
      lines.set(file.source, known)
      return [{ ...rest, source: file.source, ...known.at(rest.from) }]
    })
    .sort((a, b) => a.source - b.source || a.from - b.from)
}

/** The elements that hold a mistake of letters: the tree of these is a guess. */
function brokenOf(files: readonly ParsedFile[], problems: readonly DbmlProblem[]): Parsed['broken'] {
  const wrong = problems.filter(
    ({ code, severity }) => severity === 'error' && code < firstOfMeaning && code > 0,
  )
  return files.flatMap(({ source, elements, text }) => {
    const mine = wrong.filter((problem) => problem.source === source)
    if (mine.length === 0) return []
    const spans = elements.map(spanOf)
    return mine.map(({ from, to }) => {
      const home = spans.find((span) => span.from <= from && from <= span.to + 1)
      return { source, ...(home ?? { from, to: Math.min(text.length, to) }) }
    })
  })
}
