declare module 'libpg-query/wasm/libpg-query.js' {
  /** Emscripten's factory; its module is looked at before it is trusted. */
  const createModule: (given: {
    readonly instantiateWasm: (
      imports: WebAssembly.Imports,
      receive: (instance: WebAssembly.Instance) => void,
    ) => object
  }) => Promise<unknown>
  // The package is CommonJS: this is its whole export.
  // eslint-disable-next-line no-restricted-syntax -- the package has no other
  export default createModule
}
