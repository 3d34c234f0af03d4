import { EventEmitter } from 'node:events';
import type { Chromium } from './chromium.ts';
import type { StandInContents } from './contents.ts';

type Ask = (contents: unknown, permission: string, answer: (may: boolean) => void, details: object) => void;
type Check = (contents: unknown, permission: string, origin: string, details: object) => boolean;

/** What a page may ask for: Chromium's name of it, and Electron's. */
const PERMISSIONS = [
  ['camera', 'media'],
  ['microphone', 'media'],
  ['notifications', 'notifications'],
  ['geolocation', 'geolocation'],
  ['midi', 'midi'],
  ['clipboard-read', 'clipboard-read'],
  ['idle-detection', 'idle-detection'],
  ['window-management', 'window-management'],
] as const;

/** Electron's `session`: what its handlers say is set in Chromium, so that a page is really granted or refused. */
export class StandInSession extends EventEmitter {
  readonly chromium: Chromium;
  readonly protocol: object;
  readonly handlers: Record<string, unknown> = {};
  readonly webRequest = { onBeforeRequest() {}, onBeforeSendHeaders() {}, onHeadersReceived() {} };

  constructor(chromium: Chromium, protocol: object) {
    super();
    this.chromium = chromium;
    this.protocol = protocol;
  }

  setPermissionRequestHandler = (handler: Ask | null) => this.keep('request', handler);
  setPermissionCheckHandler = (handler: Check | null) => this.keep('check', handler);
  setDevicePermissionHandler = (handler: unknown) => this.keep('device', handler);
  setDisplayMediaRequestHandler = (handler: unknown) => this.keep('displayMedia', handler);
  setBluetoothPairingHandler = (handler: unknown) => this.keep('bluetooth', handler);
  setUSBProtectedClassesHandler = (handler: unknown) => this.keep('usb', handler);
  setCertificateVerifyProc = (proc: unknown) => this.keep('certificate', proc);
  setSpellCheckerEnabled = () => {};
  clearCache = async () => {};
  clearStorageData = async () => {};
  fetch = globalThis.fetch;

  private keep(name: string, handler: unknown) {
    this.handlers[name] = handler;
  }

  /** Asks the handlers about each permission for this page, and tells Chromium. Without a handler Electron grants. */
  async applyPermissions(contents: StandInContents) {
    const url = contents.frames.main.url;
    if (!/^https?:/.test(url)) return;
    const { origin } = new URL(url);
    const { request, check } = this.handlers as { request?: Ask; check?: Check };
    for (const [name, permission] of PERMISSIONS) {
      let isGranted = check ? check(contents, permission, origin, {}) : true;
      request?.(
        contents,
        permission,
        (may) => {
          isGranted &&= may;
        },
        { requestingUrl: url },
      );
      await this.chromium.setPermission(origin, name, isGranted);
    }
  }
}
