import type { App, WebPreferences } from 'electron';

/** What every page runs with: in a sandbox, without Node, reaching the main process only through the named preload. */
export function safePreferences(app: Pick<App, 'isPackaged'>, preload: string): WebPreferences {
  return {
    preload,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webviewTag: false,
    devTools: !app.isPackaged,
    autoplayPolicy: 'no-user-gesture-required',
    // Calls go on, and the page tells that it is alive, also while its monitor is switched off.
    backgroundThrottling: false,
    // Its dictionaries would be fetched from outside.
    spellcheck: false,
  };
}
