/** What a page said and what was so. Found by the check, and what a failing test shows. */
export class Lie extends Error {
  override name = 'Lie';
}

/** A page that has not said it by then never will: far longer than any round trip on a loaded machine. */
const NEVER_MS = 20_000;

/** Waits for what has to come. @throws Lie when it does not */
export async function comes<T>(awaited: Promise<T>, what: () => string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const never = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Lie(`never: ${what()}`)), NEVER_MS);
  });
  try {
    return await Promise.race([awaited, never]);
  } finally {
    clearTimeout(timer);
  }
}
