import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { expect, it } from 'vitest';
import { BARE_MS, neverBare } from './when-bare.ts';

it('opens the room again when its last window has gone, after a moment', () => {
  const { app, done } = bare(false);
  app.emit('window-all-closed');
  expect(done).toEqual([`later ${BARE_MS}`, 'open']);
});

it('ends with its last window where it may', () => {
  const { app, done } = bare(true);
  app.emit('window-all-closed');
  expect(done).toEqual(['quit']);
});

it('opens nothing while the app ends', () => {
  const { app, done } = bare(false);
  app.emit('before-quit');
  app.emit('window-all-closed');
  expect(done).toEqual([]);
});

function bare(mayEnd: boolean) {
  const done: string[] = [];
  const app = Object.assign(new EventEmitter(), { quit: () => void done.push('quit') });
  neverBare({
    // It has all that is used of it.
    app: app as unknown as App,
    mayEnd: () => mayEnd,
    open: () => void done.push('open'),
    later: (ms, run) => {
      done.push(`later ${ms}`);
      run();
    },
  });
  return { app, done };
}
