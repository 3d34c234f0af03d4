/** A server that takes longer than this to give out a page is as good as away. */
const PATIENCE_MS = 3_000;
/** Every page of the house says in its title whose it is, and is far shorter than this. */
const OUR_TITLE = /<title>[^<]*Lượt[^<]*<\/title>/;
const LONGEST_PAGE = 256 * 1024;

/**
 * Whether the server gives out this page now. Somebody else may sit at the port: another program, a router that wants a password first,
 * a proxy whose server is away. What they give out is no page of ours, whatever they say of it.
 */
export async function isAnswering(page: URL): Promise<boolean> {
  try {
    const answer = await fetch(page, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) });
    const isPage = answer.status === 200 && /^text\/html/.test(answer.headers.get('content-type') ?? '');
    if (!isPage) {
      await answer.body?.cancel();
      return false;
    }
    return OUR_TITLE.test(await beginning(answer));
  } catch {
    // Nobody there, no network, too slow, sent elsewhere: all of it is the answer "no".
    return false;
  }
}

/** As much of an answer as a page of ours could be. */
async function beginning({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > LONGEST_PAGE) break;
  }
  return text;
}
