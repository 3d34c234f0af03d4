import { describe, expect, it } from 'vitest';
import { awaitServer } from './await-server.ts';

const PAGE = new URL('http://may-chu:8080/kiosk/');

describe('awaitServer', () => {
  it('says nothing when the server is there', async () => {
    expect(await waited([true])).toEqual({ said: [], pauses: [] });
  });

  it('asks for as long as it takes and says it once', async () => {
    const { said, pauses } = await waited([...Array(1000).fill(false), true]);
    expect(pauses).toHaveLength(1000);
    expect(new Set(pauses)).toEqual(new Set([2_000]));
    expect(said).toEqual([
      'Đang chờ máy chủ tại http://may-chu:8080… / Waiting for the server at http://may-chu:8080…',
    ]);
  });
});

async function waited(answers: boolean[]) {
  const said: string[] = [];
  const pauses: number[] = [];
  await awaitServer(PAGE, {
    isAnswering: async () => answers.shift() ?? true,
    pause: async (ms) => void pauses.push(ms),
    say: (line) => void said.push(line),
  });
  return { said, pauses };
}
