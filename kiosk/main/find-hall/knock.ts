import { givesOut, NoAnswer, shakeHands } from './call-server.ts';
import { judgeChain, type Verdict } from './judge-chain.ts';

/** `open`: our hall, and it gives out the page. `away`: nobody, or nothing of use. The others as in Verdict. */
export type Knock = 'open' | 'away' | Exclude<Verdict, 'ours'>;

/** Whose hall it must be, and what time it is here. */
export type KnockNeeds = { fingerprint: string; now: () => number };

/** Asks our hall for a page. To anybody else nothing is said. */
export async function knock(page: URL, { fingerprint, now }: KnockNeeds): Promise<Knock> {
  try {
    const { line, chain } = await shakeHands(page);
    const verdict = judgeChain({ chain, host: page.hostname, now: now() }, fingerprint);
    if (verdict === 'ours') return (await givesOut(page, line)) ? 'open' : 'away';
    line.destroy();
    return verdict;
  } catch (cause) {
    if (cause instanceof NoAnswer) return 'away';
    throw cause;
  }
}
