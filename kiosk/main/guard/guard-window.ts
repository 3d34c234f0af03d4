import type { App, BrowserWindow } from 'electron';

/** Over the whole screen it stays, whatever a key or the system's own menus ask: until the app itself ends. */
export function guardWindow(app: Pick<App, 'on' | 'off'>, window: BrowserWindow): void {
  let isLeaving = false;
  const leave = () => {
    isLeaving = true;
  };
  app.on('before-quit', leave);
  window.on('closed', () => app.off('before-quit', leave));
  // Alt+F4, or "close" in the task bar. Who may end the app ends it as a whole.
  window.on('close', (event) => {
    if (!isLeaving) event.preventDefault();
  });
  window.on('minimize', () => window.restore());
  window.on('leave-full-screen', () => {
    if (!window.isDestroyed() && window.isKiosk()) window.setFullScreen(true);
  });
  window.on('system-context-menu', (event) => event.preventDefault());
}
