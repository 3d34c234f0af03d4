import type { Transport } from './transport.ts';

/** For tests: a transport whose other end is the test itself. */
export type FakeTransport = Transport & {
  /** All that was written on the present connection, in hex. */
  written: string;
  opens: number;
  /** The next attempts to open fail with this; null lets them succeed. */
  failure: Error | null;
  /** Never lets a write drain while true. */
  isStuck: boolean;
  say: (...bytes: number[]) => void;
  hangUp: () => void;
};

export function createFakeTransport(): FakeTransport {
  let heard: (chunk: Uint8Array) => void = () => {};
  let closed: (cause: Error | null) => void = () => {};
  const fake: FakeTransport = {
    written: '',
    opens: 0,
    failure: null,
    isStuck: false,
    say: (...bytes) => heard(Uint8Array.from(bytes)),
    hangUp: () => closed(null),
    open: async () => {
      fake.opens += 1;
      fake.written = '';
      if (fake.failure) throw fake.failure;
    },
    write: (bytes) => {
      fake.written += Buffer.from(bytes).toString('hex');
      return fake.isStuck ? new Promise(() => {}) : Promise.resolve();
    },
    onData: (listener) => {
      heard = listener;
    },
    onClose: (listener) => {
      closed = listener;
    },
    close: async () => closed(null),
  };
  return fake;
}
