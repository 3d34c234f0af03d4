import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';

/** What a page may ask of the main process, and which page. */
export type Question<Input> = {
  channel: string;
  /** May a page at this address, in this window, ask it? */
  mayAsk(address: string, window: WebContents): boolean;
  /** The input as it is meant, or null when it is not. A page can send anything. */
  read(input: unknown): Input | null;
  answer(input: Input, from: WebContents): unknown;
};

/** The only way from a page into the main process: whoever asks is looked at first, then what he says. */
export function answerPage<Input>(ipcMain: Pick<IpcMain, 'handle'>, question: Question<Input>): void {
  const { channel, mayAsk, read, answer } = question;
  ipcMain.handle(channel, (event, ...inputs: unknown[]) => {
    if (!isPageItself(event, mayAsk)) throw new Error(`${channel}: not for this page`);
    const input = inputs.length <= 1 ? read(inputs[0]) : null;
    if (input === null) throw new Error(`${channel}: not understood`);
    return answer(input, event.sender);
  });
}

/** The page in the window, not a frame inside it; a frame that has left meanwhile is nobody. */
function isPageItself({ senderFrame, sender }: IpcMainInvokeEvent, mayAsk: Question<unknown>['mayAsk']): boolean {
  return senderFrame !== null && senderFrame.parent === null && mayAsk(senderFrame.url, sender);
}
