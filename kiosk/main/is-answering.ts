/** A server that takes longer than this to give out a page is as good as away. */
const PATIENCE_MS = 3_000;

/** Whether the server gives out this page now. */
export async function isAnswering(page: URL): Promise<boolean> {
  try {
    const answer = await fetch(page, { signal: AbortSignal.timeout(PATIENCE_MS) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    // Nobody there, no network, too slow: all of it is the answer "no".
    return false;
  }
}
