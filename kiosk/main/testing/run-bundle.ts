// Runs the built main module in plain Node, with the fake where it imports Electron, until it shows the server's page:
// `node run-bundle.ts dist-electron/main.js --room=tv --url=…`. Writes what the window loaded.
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { createFakeElectron, type FakeContents } from './fake-electron.ts';

const electron = createFakeElectron();
Object.assign(globalThis, { fakeElectron: electron });
const names = Object.keys(electron).filter((name) => name !== 'seen');
const url = `data:text/javascript,export const { ${names} } = globalThis.fakeElectron;`;
registerHooks({
  resolve: (name, context, next) => (name === 'electron' ? { url, shortCircuit: true } : next(name, context)),
});
electron.app.on('web-contents-created', (_event: unknown, contents: FakeContents) => {
  contents.on('loading', (address: string) => {
    if (address.startsWith('data:')) return;
    process.stdout.write(JSON.stringify(contents.loaded));
    process.exit(0);
  });
});

await import(pathToFileURL(process.argv[2] ?? '').href);
if (electron.app.exitCode !== undefined) process.exit(electron.app.exitCode);
// Only now, as in Electron: a main module that awaited this itself would never come to its end.
electron.app.becomeReady();
