// What is used of WebAssembly: Node's types leave it to those of a browser.
declare namespace WebAssembly {
  class Memory {
    readonly buffer: SharedArrayBuffer;
    constructor(descriptor: { initial: number; maximum: number; shared: true });
  }
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    readonly exports: object;
    constructor(module: Module, imports: { env: { memory: Memory } });
  }
}
