import { describe, expect, it } from 'vitest';
import { allowedAddress } from './allowed-address.ts';
import { answerPage } from './answer-page.ts';

const HOME = new URL('http://may-chu:8080/kiosk/');
const page = { url: HOME.href, parent: null };

describe('answerPage', () => {
  it('answers the page itself', () => {
    expect(ask(page, page, 3)).toBe('3 × 2 = 6');
  });

  it.each([
    ['a frame inside the page', { url: HOME.href, parent: page }],
    ['a frame that has left', null],
  ])('does not answer %s, though its address is the page’s', (_who, frame) => {
    expect(() => ask(frame, page, 3)).toThrow('number: not for this page');
  });

  it.each(['http://evil.example/', 'https://may-chu:8080/', 'data:text/html,x', 'about:blank', ''])(
    'does not answer a page from elsewhere: %j',
    (url) => {
      const stranger = { url, parent: null };
      expect(() => ask(stranger, stranger, 3)).toThrow('number: not for this page');
    },
  );

  it.each([[['3']], [[null]], [[undefined]], [[]], [[{}]], [[3, 4]]])('does not take %j for a number', (inputs) => {
    expect(() => ask(page, page, ...inputs)).toThrow('number: not understood');
  });
});

type Frame = { url: string; parent: unknown } | null;

/** What becomes of a question from this frame of a window that shows that page. */
function ask(senderFrame: Frame, mainFrame: Frame, ...inputs: unknown[]): unknown {
  const asked: ((event: never, ...inputs: unknown[]) => unknown)[] = [];
  const ipcMain = { handle: (_channel: string, listener: (typeof asked)[0]) => void asked.push(listener) };
  answerPage<number>(ipcMain, {
    channel: 'number',
    mayAsk: (address) => allowedAddress(HOME, address),
    read: (input) => (typeof input === 'number' ? input : null),
    answer: (input) => `${input} × 2 = ${input * 2}`,
  });
  // What Electron hands in, as far as it is looked at.
  return asked[0]?.({ senderFrame, sender: { mainFrame } } as never, ...inputs);
}
