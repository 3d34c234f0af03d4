import { EventEmitter } from 'node:events';
import type { App, BrowserWindow } from 'electron';
import { expect, it } from 'vitest';
import { stoppable } from '#kiosk/main/testing/fake-electron.ts';
import { guardWindow } from './guard-window.ts';

it('is closed by nobody before the app ends, and by the app then', () => {
  const { app, window, closing } = guarded();
  expect(closing()).toBe(true);
  expect(closing()).toBe(true);
  app.emit('before-quit');
  expect(closing()).toBe(false);
  window.emit('closed');
  expect(app.listenerCount('before-quit')).toBe(0);
});

it('comes back when it is made small', () => {
  const { window, asked } = guarded();
  window.emit('minimize');
  expect(asked).toEqual(['restore']);
});

it('fills the screen again when it is asked not to, unless the shell itself moves it', () => {
  const { window, asked } = guarded();
  window.emit('leave-full-screen');
  expect(asked).toEqual(['full screen: true']);
  window.isKiosk = () => false;
  window.emit('leave-full-screen');
  expect(asked).toHaveLength(1);
});

it('has no menu of the system', () => {
  const { window } = guarded();
  const event = stoppable();
  window.emit('system-context-menu', event);
  expect(event.isStopped).toBe(true);
});

function guarded() {
  const app = new EventEmitter();
  const asked: string[] = [];
  const window = Object.assign(new EventEmitter(), {
    isDestroyed: () => false,
    isKiosk: (): boolean => true,
    restore: () => void asked.push('restore'),
    setFullScreen: (is: boolean) => void asked.push(`full screen: ${is}`),
  });
  // The fakes have all that guardWindow uses.
  guardWindow(app as unknown as App, window as unknown as BrowserWindow);
  const closing = () => {
    const event = stoppable();
    window.emit('close', event);
    return event.isStopped;
  };
  return { app, window, asked, closing };
}
