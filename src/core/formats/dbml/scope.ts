// What a name means in a file: its own elements, their aliases, and what `use` and `reuse` bring from other files.
import {
  UseSpecifierListNode,
  WildcardNode,
  type ElementDeclarationNode,
  type UseDeclarationNode,
} from '@dbml/parse'
import type { EnumId, GroupId, NoteId, PartialId, TableId } from '../../model/id'
import type { ParsedFile } from './language'
import { keywordOf, pathAt, wordAt, type Word } from './syntax'

interface Ids {
  readonly table: TableId
  readonly enum: EnumId
  readonly tablepartial: PartialId
  readonly tablegroup: GroupId
  readonly note: NoteId
}

export type DeclKind = keyof Ids

export interface Decl<K extends DeclKind = DeclKind> {
  readonly kind: K
  /** Empty for `public` left unsaid. */
  readonly schema: string
  readonly name: string
  readonly id: Ids[K]
  readonly file: ParsedFile
  readonly node: ElementDeclarationNode
  readonly nameWord: Word
  readonly alias?: Word
}

export const declKinds = [
  'table',
  'enum',
  'tablepartial',
  'tablegroup',
  'note',
] as const satisfies readonly DeclKind[]

const isDeclKind = (word: string): word is DeclKind => declKinds.some((kind) => kind === word)

/** The default schema is called public when it is called anything. */
const schemaKey = (schema: string): string => (schema === 'public' ? '' : schema)

const keyOf = (kind: DeclKind, schema: string, name: string): string =>
  JSON.stringify([kind, schemaKey(schema), name])

export interface Found<K extends DeclKind> {
  readonly decl: Decl<K>
  readonly isAlias: boolean
}

export class Scope {
  private readonly named = new Map<string, Found<DeclKind>>()

  add(
    decl: Decl,
    given: { readonly schema: string; readonly name: string; readonly isAlias: boolean },
  ): void {
    const key = keyOf(decl.kind, given.schema, given.name)
    // The first of two with one name keeps it.
    if (!this.named.has(key)) this.named.set(key, { decl, isAlias: given.isAlias })
  }

  find<K extends DeclKind>(kind: K, path: readonly Word[]): Found<K> | undefined {
    const name = path.at(-1)?.text
    if (name === undefined) return undefined
    const schema = path
      .slice(0, -1)
      .map(({ text }) => text)
      .join('.')
    // Only declarations of this kind stand under its keys.
    return this.named.get(keyOf(kind, schema, name)) as Found<K> | undefined
  }
}

interface Exported {
  readonly decl: Decl
  readonly schema: string
  readonly name: string
}

export type OnUse = (file: ParsedFile, word: Word, found: Found<DeclKind>) => void

/** The scope of every file, by its source. */
export class Modules {
  private readonly scopes = new Map<number, Scope>()
  private readonly files: readonly ParsedFile[]
  private readonly decls: readonly Decl[]
  private readonly onUse: OnUse

  constructor(files: readonly ParsedFile[], decls: readonly Decl[], onUse: OnUse) {
    this.files = files
    this.decls = decls
    this.onUse = onUse
    for (const file of files) this.scopes.set(file.source, this.scopeOfFile(file))
  }

  of(file: ParsedFile): Scope {
    const scope = this.scopes.get(file.source)
    if (!scope) throw new Error('Every file has its scope from the start')
    return scope
  }

  private own(file: ParsedFile): readonly Decl[] {
    return this.decls.filter((decl) => decl.file === file)
  }

  private scopeOfFile(file: ParsedFile): Scope {
    const scope = new Scope()
    for (const decl of this.own(file)) {
      scope.add(decl, { schema: decl.schema, name: decl.name, isAlias: false })
      if (decl.alias) scope.add(decl, { schema: '', name: decl.alias.text, isAlias: true })
    }
    for (const use of file.uses) {
      for (const { decl, schema, name } of this.broughtBy(file, use, new Set([file])))
        scope.add(decl, { schema, name, isAlias: name !== decl.name })
    }
    return scope
  }

  private target(file: ParsedFile, use: UseDeclarationNode): ParsedFile | undefined {
    const path = use.importPath?.value
    if (path === undefined) return undefined
    const wanted = file.path.absolute.replace(/[^/]*$/, '') + path
    const parts: string[] = []
    for (const part of wanted.split('/')) {
      if (part === '..') parts.pop()
      else if (part !== '.' && part !== '') parts.push(part)
    }
    const plain = `/${parts.join('/')}`
    return this.files.find(
      ({ path: other }) => other.absolute === plain || other.absolute === `${plain}.dbml`,
    )
  }

  private exported(file: ParsedFile, seen: Set<ParsedFile>): readonly Exported[] {
    if (seen.has(file)) return []
    seen.add(file)
    const own = this.own(file).map((decl) => ({ decl, schema: decl.schema, name: decl.name }))
    const passedOn = file.uses
      .filter(({ isReuse }) => isReuse)
      .flatMap((use) => this.broughtBy(file, use, seen))
    return [...own, ...passedOn]
  }

  private broughtBy(file: ParsedFile, use: UseDeclarationNode, seen: Set<ParsedFile>): readonly Exported[] {
    const from = this.target(file, use)
    if (!from) return []
    const all = this.exported(from, new Set(seen))
    if (use.specifiers instanceof WildcardNode) return all
    if (!(use.specifiers instanceof UseSpecifierListNode)) return []
    return use.specifiers.specifiers.flatMap(({ importKind, name, alias }): readonly Exported[] => {
      const kind = importKind?.value.toLowerCase() ?? ''
      const path = pathAt(name)
      const last = path?.at(-1)
      if (!last) return []
      if (kind === 'schema') return all.filter(({ schema }) => schemaKey(schema) === schemaKey(last.text))
      if (!isDeclKind(kind)) return []
      const schema =
        path
          ?.slice(0, -1)
          .map(({ text }) => text)
          .join('.') ?? ''
      const key = keyOf(kind, schema, last.text)
      const found = all.find((one) => keyOf(one.decl.kind, one.schema, one.name) === key)
      if (!found) return []
      this.onUse(file, last, { decl: found.decl, isAlias: found.name !== found.decl.name })
      const as = wordAt(alias)?.text
      const named = as === undefined ? found : { decl: found.decl, schema: '', name: as }
      return kind === 'tablegroup' ? [named, ...this.membersOf(found.decl)] : [named]
    })
  }

  /** A group comes with its tables. */
  private membersOf(group: Decl): readonly Exported[] {
    const lines = group.node.body && 'body' in group.node.body ? group.node.body.body : []
    const names = lines.flatMap((line) => ('callee' in line ? [pathAt(line.callee)] : []))
    return this.own(group.file)
      .filter(({ kind }) => kind === 'table')
      .filter((decl) =>
        names.some(
          (path) =>
            path?.at(-1)?.text === decl.name &&
            schemaKey(path.length > 1 ? (path[0]?.text ?? '') : '') === schemaKey(decl.schema),
        ),
      )
      .map((decl) => ({ decl, schema: decl.schema, name: decl.name }))
  }
}

/** The element as a declaration, when it is one. */
export function declarationOf(
  file: ParsedFile,
  node: ElementDeclarationNode,
  idFor: <K extends DeclKind>(kind: K) => Ids[K],
): Decl | undefined {
  const kind = keywordOf(node)
  const path = pathAt(node.name)
  const nameWord = path?.at(-1)
  if (!isDeclKind(kind) || !nameWord) return undefined
  const alias = wordAt(node.alias)
  return {
    kind,
    schema:
      path
        ?.slice(0, -1)
        .map(({ text }) => text)
        .join('.') ?? '',
    name: nameWord.text,
    id: idFor(kind),
    file,
    node,
    nameWord,
    ...(alias && { alias }),
  }
}
