import type { Session, WebContents } from 'electron';

/** What is shown stays where it is at home, in this one window, at this one size. */
export function guardContents(contents: WebContents, mayGo: (address: string) => boolean): void {
  const stay = (to: { url: string; preventDefault(): void }) => {
    if (!mayGo(to.url)) to.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('context-menu', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // Chromium remembers a zoom per host: it is set back at every load.
  contents.on('did-finish-load', () => {
    contents.setZoomFactor(1);
    void contents.setVisualZoomLevelLimits(1, 1);
  });
}

/** No page of ours asks for a permission, a device or a download. (Sound is no permission: it is the window's autoplay policy.) */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
}
