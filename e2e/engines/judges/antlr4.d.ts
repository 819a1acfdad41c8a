// The part that we use of antlr4's types, which its package shows to Node's own resolution only.
declare module 'antlr4' {
  export class CharStream {
    constructor(text: string)
    readonly size: number
  }
  export class ErrorListener {
    syntaxError(recognizer: unknown, symbol: unknown, line: number, column: number, message: string): void
  }
  class Recognizer {
    removeErrorListeners(): void
    addErrorListener(listener: ErrorListener): void
  }
  export class Lexer extends Recognizer {
    constructor(input: CharStream)
  }
  export class CommonTokenStream {
    constructor(lexer: Lexer)
    readonly index: number
  }
  export class Parser extends Recognizer {
    constructor(input: CommonTokenStream)
  }
}
