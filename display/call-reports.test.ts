import { describe, expect, it } from 'vitest';
import type { Connection } from '#shared/page/connection.ts';
import { createCallReports } from './call-reports.ts';

/** A server that answers everything alike. */
function toldTo(reply: { ok: true; answer: object } | { ok: false; refusal: string }) {
  const said: unknown[][] = [];
  const send = (...message: unknown[]) => {
    said.push(message);
    return Promise.resolve(reply);
  };
  // As much of a connection as reports need.
  return { said, reports: createCallReports({ send } as unknown as Pick<Connection<'view:board'>, 'send'>) };
}

describe('[B17] whether a call may be spoken', () => {
  it.each([
    [{ ok: true, answer: {} } as const, 'now'],
    [{ ok: false, refusal: 'spoken-already' } as const, 'over'],
    [{ ok: false, refusal: 'no-such-call' } as const, 'over'],
    [{ ok: false, refusal: 'not-your-voice' } as const, 'later'],
    [{ ok: false, refusal: 'no-connection' } as const, 'later'],
    [{ ok: false, refusal: 'out-of-service' } as const, 'later'],
  ])('%j: %s', async (reply, answer) => {
    expect(await toldTo(reply).reports.maySpeak(11, 6_000)).toBe(answer);
  });

  it('is asked until it is answered, with a length that the server takes', async () => {
    const { said, reports } = toldTo({ ok: true, answer: {} });
    await reports.maySpeak(11, 99_000);
    expect(said).toEqual([['call:speak', { call: 11, lastsMs: 30_000 }]]);
  });
});
