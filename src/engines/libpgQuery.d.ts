declare module 'libpg-query/wasm/libpg-query.js' {
  /** Emscripten's factory; its module is looked at before it is trusted. */
  const createModule: (given: {
    readonly instantiateWasm: (
      imports: WebAssembly.Imports,
      receive: (instance: WebAssembly.Instance) => void,
    ) => object
  }) => Promise<unknown>
  export default createModule
}
