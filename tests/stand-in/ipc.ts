import { EventEmitter } from 'node:events';
import type { StandInContents } from './contents.ts';

type Listener = (event: object, ...args: unknown[]) => unknown;
type Said = { kind: string; id?: number; channel?: string; name?: string; args?: unknown[] };

/** Electron's `ipcMain`. */
export class IpcMain extends EventEmitter {
  readonly handlers = new Map<string, Listener>();
  handle = (channel: string, listener: Listener) => {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.handlers.set(channel, listener);
  };
  removeHandler = (channel: string) => void this.handlers.delete(channel);
}

/** Takes what preload worlds say to the main process: with the frame that it came from, as Chromium knows it. */
export function answerIpc(contents: StandInContents, ipcMain: IpcMain) {
  const { cdp, frames } = contents;
  cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name !== 'standIn') return;
    const said = JSON.parse(payload) as Said;
    const event = { sender: contents, senderFrame: frames.ofWorld(executionContextId) };
    const { id = 0, channel = '', args = [] } = said;
    if (said.kind === 'event') contents.emit(said.name ?? '', {}, ...args);
    else if (said.kind === 'send') ipcMain.emit(channel, event, ...args);
    else void invoke(ipcMain, channel, event, args).then((answer) => deliver(executionContextId, { id, ...answer }));
  });

  async function deliver(contextId: number, said: object) {
    const expression = `standInDeliver(${JSON.stringify(said)})`;
    await cdp.send('Runtime.evaluate', { expression, contextId }).catch(() => {});
  }
}

async function invoke(ipcMain: IpcMain, channel: string, event: object, args: unknown[]): Promise<object> {
  const handler = ipcMain.handlers.get(channel);
  if (!handler) return { error: `Error invoking remote method '${channel}': No handler registered` };
  try {
    return { value: await handler(event, ...args) };
  } catch (cause) {
    return { error: `Error invoking remote method '${channel}': ${cause}` };
  }
}
