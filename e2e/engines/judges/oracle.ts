// The grammar of Oracle's SQL and PL/SQL that the ANTLR project keeps. Slow: it tries many ways to read a statement.
import type { Problem } from './judge'

export async function judgeOracle(sql: string): Promise<readonly Problem[]> {
  const { CharStream, CommonTokenStream, ErrorListener } = await import('antlr4')
  const { PlSqlLexer, PlSqlParser } = await import('@griffithswaite/ts-plsql-parser')
  const problems: Problem[] = []
  class Listener extends ErrorListener {
    // ANTLR decides what a listener is given.
    // eslint-disable-next-line @typescript-eslint/max-params
    override syntaxError(
      _recognizer: unknown,
      _symbol: unknown,
      line: number,
      column: number,
      message: string,
    ): void {
      problems.push({ message: message.split(' expecting {')[0] ?? message, line, column: column + 1 })
    }
  }
  const lexer = new PlSqlLexer(new CharStream(asGrammarWants(sql)))
  lexer.removeErrorListeners()
  lexer.addErrorListener(new Listener())
  const parser = new PlSqlParser(new CommonTokenStream(lexer))
  parser.removeErrorListeners()
  parser.addErrorListener(new Listener())
  parser.sql_script()
  return problems
}

/** The grammar knows words in upper case only; what is quoted stays as it is. */
function asGrammarWants(sql: string): string {
  return sql.replace(/'(?:[^']|'')*'|"[^"]*"|--[^\n]*|\/\*[^]*?\*\/|[a-z]+/g, (part) =>
    /^[a-z]/.test(part) ? part.toUpperCase() : part,
  )
}
