import { sampleView } from '#kiosk/page/sample-view.ts';
import { createStage } from '#tests/stage/stage.ts';
import { answerOf, type Line } from './devtools.ts';

type Stage = Awaited<ReturnType<typeof createStage>>;

/** What the kiosk shows while somebody tries to get out of it. */
export type State = {
  name: string;
  /** Is this address that state's page? */
  isOurs(url: string): boolean;
  /** Brings the page there. */
  enter(line: Line, stage: Stage): Promise<void>;
};

const isKiosk = (url: string) => url.includes('/kiosk/');

export const STATES: readonly State[] = [
  { name: 'home', isOurs: isKiosk, enter: (line, stage) => home(line, stage) },
  {
    name: 'asked whether',
    isOurs: isKiosk,
    async enter(line, stage) {
      await home(line, stage);
      await press(line, '.service', '.take');
    },
  },
  {
    name: 'the number',
    isOurs: isKiosk,
    async enter(line, stage) {
      await home(line, stage);
      await press(line, '.service', '.take');
      await press(line, '.take', '.kiosk:not(:has(.take))');
    },
  },
  {
    name: 'out of service',
    isOurs: isKiosk,
    async enter(line, stage) {
      await home(line, stage);
      stage.show('view:kiosk', sampleView({ outOfService: true }));
      await until(line, '.kiosk:not(:has(.service))');
    },
  },
];

/** The shell's own page while there is no server; a browser has none. */
export const CALM: State = {
  name: 'no server',
  isOurs: (url) => url.startsWith('data:'),
  enter: (line) => until(line, 'h1'),
};

/** A server that gives every number at once. */
export const openStage = () =>
  createStage(() => ({ ok: true, answer: { ticket: 'ticket-0001', number: 'A024', ahead: 23 } }));

async function home(line: Line, stage: Stage) {
  stage.show('view:kiosk', sampleView());
  await until(line, '.kiosk');
}

async function press(line: Line, what: string, then: string) {
  await until(line, what);
  await answerOf(line, `document.querySelector(${JSON.stringify(what)}).click()`);
  await until(line, then);
}

async function until(line: Line, selector: string) {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await answerOf(line, `document.querySelector(${JSON.stringify(selector)}) !== null`)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${selector} did not come.`);
}
