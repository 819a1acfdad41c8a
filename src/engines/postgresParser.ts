// PostgreSQL's parser as WebAssembly behind the interface that core declares.
import createModule from 'libpg-query/wasm/libpg-query.js'
import type { PostgresParsed, PostgresParser } from '../core/formats/sql/parser'

/** What emscripten exports of it. */
interface Module {
  lengthBytesUTF8(text: string): number
  stringToUTF8(text: string, at: number, length: number): void
  UTF8ToString(at: number): string
  getValue(at: number, type: 'i32'): number
  _malloc(length: number): number
  _free(at: number): void
  _wasm_parse_query_raw(text: number): number
  _wasm_free_parse_result(result: number): void
}

type Imports = WebAssembly.Imports
type Received = (instance: WebAssembly.Instance) => void

const isModule = (value: unknown): value is Module =>
  typeof value === 'object' && value !== null && '_wasm_parse_query_raw' in value

/**
 * The glue looks for files in its own ways, in Node and elsewhere; it is given its bytes, and is not to know where it
 * runs. It asks once, before its first wait.
 */
function instantiate(compiled: WebAssembly.Module): Promise<unknown> {
  const { process } = globalThis as { process?: { type?: string } }
  const before = process?.type
  if (process) process.type = 'renderer'
  try {
    return createModule({
      instantiateWasm: (imports: Imports, receive: Received) => {
        void WebAssembly.instantiate(compiled, imports).then(receive)
        return {}
      },
    })
  } finally {
    if (process && before === undefined) delete process.type
    else if (process && before !== undefined) process.type = before
  }
}

async function moduleOf(compiled: WebAssembly.Module): Promise<Module> {
  const made = await instantiate(compiled)
  if (!isModule(made)) throw new Error('This is not the parser of PostgreSQL')
  return made
}

/** Fields of PgQueryParseResult and PgQueryError, four bytes each. */
function parseWith(module: Module, statement: string): PostgresParsed {
  const length = module.lengthBytesUTF8(statement) + 1
  const text = module._malloc(length)
  module.stringToUTF8(statement, text, length)
  const result = module._wasm_parse_query_raw(text)
  const tree = module.getValue(result, 'i32')
  const error = module.getValue(result + 8, 'i32')
  const answer = error === 0 ? answerOf(module.UTF8ToString(tree)) : errorOf(module, error)
  module._free(text)
  module._wasm_free_parse_result(result)
  return answer
}

function answerOf(json: string): PostgresParsed {
  const parsed = JSON.parse(json) as { stmts?: readonly { stmt?: Readonly<Record<string, unknown>> }[] }
  const node = parsed.stmts?.[0]?.stmt
  return node ? { ok: true, node } : { ok: false, message: 'there is no statement', at: 0 }
}

function errorOf(module: Module, error: number): PostgresParsed {
  const message = module.UTF8ToString(module.getValue(error, 'i32'))
  const place = module.getValue(error + 16, 'i32')
  return { ok: false, message, at: Math.max(0, place - 1) }
}

/** `bytes` of libpg-query.wasm: fetched in a browser, read from a file elsewhere. */
export async function postgresParserOf(bytes: BufferSource): Promise<PostgresParser> {
  const compiled = await WebAssembly.compile(bytes)
  const spare = await moduleOf(compiled)
  let module = await moduleOf(compiled)
  let hasSpare = true
  return {
    parse(statement) {
      if (statement.trim() === '') return { ok: false, message: 'there is no statement', at: 0 }
      try {
        return parseWith(module, statement)
      } catch {
        // Too deep for its stack, or no memory left: the module is no good any more after that.
        if (hasSpare) {
          module = spare
          hasSpare = false
        }
        void moduleOf(compiled).then((fresh) => {
          module = fresh
        })
        return { ok: false, message: 'too deep or too large for the parser', at: 0 }
      }
    },
  }
}
