import { expect, it } from 'vitest';
import { HALL_CALLS } from '#kiosk/bridge.ts';
import { answerHealth } from './answer-health.ts';

type Handler = (event: unknown, ...said: unknown[]) => unknown;

function anApp(mayAsk = true) {
  const asked = new Map<string, Handler>();
  const restarts: number[] = [];
  const frame = { parent: null, url: 'http://localhost:8080/kiosk/' };
  const sender = { mainFrame: frame };
  // As much of Electron as is asked; its own types are classes with hundreds of members.
  const parts = {
    ipcMain: { handle: (name: string, answer: Handler) => void asked.set(name, answer) },
    app: {
      getVersion: () => '0.2.0',
      getAppMetrics: () => [{ memory: { workingSetSize: 204_800 } }, { memory: { workingSetSize: 102_400 } }],
    },
    screen: { getAllDisplays: () => [{}, {}] },
  } as unknown as Pick<Parameters<typeof answerHealth>[0], 'ipcMain' | 'app' | 'screen'>;
  answerHealth({
    ...parts,
    mayAsk: () => mayAsk,
    upMs: () => 90_000.4,
    freeMb: () => 2_048,
    restart: () => void restarts.push(1),
    update: () => 'ready',
  });
  const ask = (name: string, ...said: unknown[]) => asked.get(name)?.({ senderFrame: frame, sender }, ...said);
  const askFromFrame = (name: string) => asked.get(name)?.({ senderFrame: { ...frame, parent: frame }, sender });
  return { ask, askFromFrame, restarts };
}

it('tells the page of the hall how app and PC are', () => {
  expect(anApp().ask(HALL_CALLS.health)).toEqual({
    ...{ version: '0.2.0', upMs: 90_000, appMb: 300, freeMb: 2_048, monitors: 2, update: 'ready' },
  });
});

it('starts anew when the page asks for it', () => {
  const { ask, restarts } = anApp();
  ask(HALL_CALLS.restart);
  expect(restarts).toEqual([1]);
});

it.each([HALL_CALLS.health, HALL_CALLS.restart])(
  'answers %s to nobody else, and to nothing that is not meant',
  (name) => {
    const stranger = anApp(false);
    expect(() => stranger.ask(name)).toThrow('not for this page');
    const { ask, askFromFrame, restarts } = anApp();
    expect(() => askFromFrame(name)).toThrow('not for this page');
    expect(() => ask(name, { version: '9.9.9' })).toThrow('not understood');
    expect([...stranger.restarts, ...restarts]).toEqual([]);
  },
);
