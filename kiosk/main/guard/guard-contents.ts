import type { App, Session, WebContents } from 'electron';
import { isKeyForPage, isStaffChord, type Keys } from './key-rules.ts';

/** What contents may do, decided elsewhere. */
export type Limits = {
  mayGo(address: string): boolean;
  keys(): Keys;
  /** The staff pressed their chord. */
  staffAsks(): void;
};

/** What is shown stays where it is at home, in this one window, at this one size; and the keyboard only writes. */
export function guardContents(contents: WebContents, { mayGo, keys, staffAsks }: Limits): void {
  const stay = (to: { url: string; preventDefault(): void }) => {
    if (!mayGo(to.url)) to.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('context-menu', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('before-input-event', (event, input) => {
    const isNew = input.type === 'keyDown' && !input.isAutoRepeat;
    if (isNew && keys() === 'plain' && isStaffChord(input)) staffAsks();
    if (!isKeyForPage(input, keys())) event.preventDefault();
  });
  guardZoom(contents);
}

/** One size: Chromium remembers a zoom per host, so that it is set back at every load; and Ctrl with the wheel asks for another. */
function guardZoom(contents: WebContents) {
  contents.on('did-finish-load', () => {
    contents.setZoomFactor(1);
    void contents.setVisualZoomLevelLimits(1, 1);
  });
  contents.on('zoom-changed', () => contents.setZoomFactor(1));
}

/** No page of ours asks for a permission, a device or a download. (Sound is no permission: it is the window's autoplay policy.) */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
}

/** No certificate of this PC's is shown to whoever asks for one. (A name and a password Electron gives to nobody by itself.) */
export function guardCertificates(app: Pick<App, 'on'>): void {
  app.on('select-client-certificate', (event, _contents, _url, _list, choose) => {
    event.preventDefault();
    choose();
  });
}
