import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildMain } from '#kiosk/launch/build-main.ts';
import { findBrowser } from '#kiosk/launch/find-browser.ts';
import { answerOf, type Line } from './devtools.ts';
import { missing, openScreen, type Screen } from './screen.ts';
import { CALM, openStage, STATES } from './states.ts';
import { openControl, openLaunched, openStandIn } from './subjects.ts';
import { escapes, waysThatLead } from './try-ways.ts';
import { type Way, waysOut } from './ways.ts';

// `npm run breakout -- --only chord --json` (or a part of a way's name): tries to leave the kiosk by keyboard, mouse, fingers and scripts, on a real screen.
const { values } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'boolean', default: false } } });
const say = (line: string) => void process[values.json ? 'stderr' : 'stdout'].write(`${line}\n`);
const HOME = resolve(import.meta.dirname, '../..');

/** A page that holds nobody. */
const PLAIN = `<!doctype html><title>Plain</title><p>Some text to mark</p><a href="/two">a link</a>
<img width="90" height="90" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/%3E">
<p style="margin-top:1200px">More of it`;

const program = findBrowser({
  ...{ platform: process.platform, env: process.env, home: homedir() },
  isFile: existsSync,
  read: (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined),
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));
const lacking = [
  ...missing(['Xvfb', 'xdotool', 'xwininfo']),
  ...(program ? [] : ['an installed Chromium, Chrome or Edge']),
];
if (!program || lacking.length > 0) {
  say(`SKIP breakout: not on this machine: ${lacking.join(', ')}.`);
} else {
  process.exitCode = (await breakOut(program)) ? 0 : 1;
}

async function breakOut(program: string): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'luot-breakout-'));
  const [screen, plain, stage] = [await openScreen(), await openPlain(), await openStage()];
  try {
    const bundle = await buildMain(HOME, folder);
    const { only } = values;
    const ways = waysOut(plain.url).filter(({ by, name }) => !only || by === only || name.includes(only));
    const opening = { screen, program, bundle };
    const counted = await control(ways, { ...opening, url: plain.url });
    const results = [];
    for (const [subject, open, states, may] of [
      ['the shell (stand-in)', openStandIn, [...STATES, CALM], () => true],
      // Nothing stands between a browser's page and its own scripts: what those do is not tried.
      ['the launched browser', openLaunched, STATES, ({ by }: Way) => by !== 'page'],
    ] as const) {
      for (const state of states) {
        // The calm page may run no script at all; so it cannot refuse the stand-in's own menu either, which Electron does not have.
        const fits = ({ by, isOfChromium }: Way) => state !== CALM || (by !== 'page' && !isOfChromium);
        const tried = counted.filter((way) => may(way) && !way.isKnownOpen && fits(way));
        const url = state === CALM ? 'http://127.0.0.1:9' : stage.url;
        const enter = ({ line }: { line: Line }) => state.enter(line, stage);
        const found = await escapes({ open, opening: { ...opening, url }, isOurs: state.isOurs, enter }, tried);
        results.push({ subject, state: state.name, tried: tried.length, found });
        say(`${found.length === 0 ? 'held   ' : 'ESCAPED'}  ${subject}, ${state.name}: ${tried.length} ways`);
        for (const { way, saw } of found) say(`         ${way}\n${saw.replaceAll(/^/gm, '           ')}`);
      }
    }
    const out = results.reduce((sum, { found }) => sum + found.length, 0);
    say(`${out} of ${results.reduce((sum, { tried }) => sum + tried, 0)} tries led out.`);
    if (values.json)
      process.stdout.write(`${JSON.stringify({ counted: counted.map(({ name }) => name), results }, null, 2)}\n`);
    return out === 0 && counted.length > 0;
  } finally {
    await Promise.all([stage.close(), plain.close(), screen.close()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Only what leads out of an unlocked browser is counted: anything else would prove nothing about a locked one. */
async function control(
  ways: Way[],
  opening: { screen: Screen; program: string; bundle: string; url: string },
): Promise<Way[]> {
  // A second page, so that there is something to go back to.
  const enter = async ({ line }: { line: Line }) => {
    await answerOf(line, `location.pathname === '/two' || document.querySelector('a').click()`);
  };
  const trial = { open: openControl, opening, isOurs: (url: string) => url.startsWith(opening.url), enter };
  const led = await waysThatLead(trial, ways);
  say(`The control was left by ${led.length} of ${ways.length} ways; those are counted.`);
  say(
    `Not counted: ${
      ways
        .filter(({ name }) => !led.includes(name))
        .map(({ name }) => name)
        .join(', ') || 'none'
    }.`,
  );
  const counted = ways.filter(({ name }) => led.includes(name));
  for (const { name, isKnownOpen } of counted) if (isKnownOpen) say(`OPEN     ${name}: ${isKnownOpen}`);
  return counted;
}

async function openPlain() {
  const server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(PLAIN));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo; // listening on TCP, so it is not a pipe's name
  const close = async () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}`, close };
}
