// The part of escpos 3.0.0-alpha.6 this room uses: the command encoder. Its adapters, pictures, status calls and `close`
// lose bytes or answers and are left alone; the package brings no types.
declare module 'escpos' {
  type Adapter = { write(bytes: Buffer, done?: (error?: Error) => void): void };
  class Printer {
    constructor(adapter: Adapter);
    hardware(command: 'init'): this;
    raw(bytes: Buffer): this;
    flush(done?: (error?: Error) => void): this;
  }
  const escpos: { Printer: typeof Printer };
  export = escpos;
}
