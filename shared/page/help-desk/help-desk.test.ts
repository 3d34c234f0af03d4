import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { QueueEvent } from '#core/events.ts';
import type { LookedUp } from '#shared/contract/look-up.ts';
import type { Reply } from '#shared/contract/socket-events.ts';
import type { Send } from '#shared/page/presses.ts';
import { exampleFound } from './example-help-desk.ts';
import { isToldFact } from './fact-words.ts';
import { foundSentence } from './found-sentence.ts';
import { createHelpDesk } from './help-desk.ts';
import { slipNow } from './slip-now.ts';

const { waiting, serving, cancelled } = exampleFound(0);
const TAKEN = { ticket: waiting.ticket, number: waiting.number, ahead: 4 };
const fact = (what: string) => ({ at: 0, what, counter: null, reason: null });
const withSlip = (...facts: string[]): LookedUp => ({ ...waiting, history: facts.map(fact) });

/** A house that answers each message from its list, the last one for good. */
function houseOf(
  answers: Partial<Record<'ticket:take' | 'ticket:look-up' | 'slip:reprint' | 'ticket:cancel', Reply[]>>,
) {
  const sent: string[] = [];
  // Every reply of these tests fits the message.
  const send = (async (name: keyof typeof answers) => {
    sent.push(name);
    const list = answers[name] ?? [];
    return list.length > 1 ? list.shift() : (list[0] ?? { ok: true, answer: {} });
  }) as unknown as Send;
  return { sent, desk: createHelpDesk({ send, online: signal('online' as const) }) };
}
const yes = (answer: object): Reply => ({ ok: true, answer });
const told = (...facts: string[]) => yes(withSlip(...facts));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a number given out at the help desk', () => {
  it('stands there with what becomes of its slip, until that is known', async () => {
    const { desk, sent } = houseOf({
      'ticket:take': [yes(TAKEN)],
      'ticket:look-up': [told('ticket-issued'), told('ticket-issued'), told('ticket-issued', 'slip-printed')],
    });
    expect(await desk.issue({ services: ['dat-dai'], priority: 'regular' })).toBe(true);
    expect(desk.issued.value).toMatchObject({ number: 'A012', ahead: 4, slip: 'printing' });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(desk.issued.value?.slip).toBe('printed');
    expect(sent).toEqual(['ticket:take', 'ticket:look-up', 'ticket:look-up', 'ticket:look-up']);
  });

  it('is asked for no more when the desk is left, nor for ever', async () => {
    const answers = { 'ticket:take': [yes(TAKEN)], 'ticket:look-up': [told('ticket-issued')] };
    const left = houseOf(answers);
    await left.desk.issue({ services: ['dat-dai'], priority: 'regular' });
    left.desk.clear();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(left.sent).toEqual(['ticket:take', 'ticket:look-up']);
    const stuck = houseOf(answers);
    await stuck.desk.issue({ services: ['dat-dai'], priority: 'regular' });
    await vi.advanceTimersByTimeAsync(600_000);
    expect(stuck.sent.length).toBeLessThan(60);
  });

  it('does not stand there when the house says no', async () => {
    const { desk } = houseOf({ 'ticket:take': [{ ok: false, refusal: 'day-closed' }] });
    expect(await desk.issue({ services: ['dat-dai'], priority: 'regular' })).toBe(false);
    expect([desk.issued.value, desk.notice.value]).toEqual([null, 'day-closed']);
  });

  it('[P15] is printed again, and followed anew', async () => {
    const { desk } = houseOf({
      'ticket:take': [yes(TAKEN)],
      'ticket:look-up': [
        told('ticket-issued', 'slip-refused'),
        told('ticket-issued', 'slip-refused', 'slip-reprinted'),
        told('ticket-issued', 'slip-refused', 'slip-reprinted', 'slip-printed'),
      ],
    });
    await desk.issue({ services: ['dat-dai'], priority: 'regular' });
    await vi.advanceTimersByTimeAsync(0);
    expect(desk.issued.value?.slip).toBe('refused');
    desk.reprint(waiting.ticket, waiting.number);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(desk.issued.value?.slip).toBe('printed');
  });
});

describe('[S14] a number looked up', () => {
  it('is gone from the desk when the next one is not found', async () => {
    const { desk } = houseOf({ 'ticket:look-up': [yes(serving), { ok: false, refusal: 'no-such-ticket' }] });
    desk.find('C005');
    await vi.advanceTimersByTimeAsync(0);
    expect(desk.found.value).toMatchObject({ number: 'C005', state: 'serving' });
    desk.find('A099');
    await vi.advanceTimersByTimeAsync(0);
    expect([desk.found.value, desk.notice.value]).toEqual([null, 'no-such-ticket']);
  });

  it('is looked up anew once it was cancelled', async () => {
    const { desk, sent } = houseOf({ 'ticket:look-up': [yes(waiting), yes(cancelled)] });
    desk.find('A012');
    await vi.advanceTimersByTimeAsync(0);
    expect(await desk.cancel(waiting.ticket, 'A012', 'bỏ về')).toBe(true);
    expect(desk.found.value).toMatchObject({ state: 'closed', outcome: 'cancelled' });
    expect(sent).toEqual(['ticket:look-up', 'ticket:cancel', 'ticket:look-up']);
  });

  it.each([
    [waiting, 'Đang chờ. Trước đó còn 4 người.'],
    [{ ...waiting, ahead: 0 }, 'Đang chờ. Đứng đầu hàng.'],
    [{ ...waiting, counter: 3, ahead: 1 }, 'Đang chờ riêng quầy 3. Trước đó còn 1 người.'],
    [serving, 'Đang phục vụ tại quầy 5.'],
    [{ ...serving, state: 'called' as const }, 'Đang được gọi đến quầy 5.'],
    [{ ...serving, state: 'parked' as const }, 'Đang tạm gác tại quầy 5.'],
    [{ ...waiting, state: 'absent' as const, ahead: null }, 'Đã gọi nhưng vắng mặt.'],
    [cancelled, 'Đã hủy.'],
    [{ ...cancelled, outcome: 'served' as const }, 'Đã hoàn tất.'],
  ])('%# is told in a sentence', (found, sentence) => {
    expect(foundSentence(found)).toBe(sentence);
  });
});

describe('what became of a slip', () => {
  it.each([
    [['ticket-issued'], 'printing'],
    [['ticket-issued', 'slip-printed', 'ticket-called'], 'printed'],
    [['ticket-issued', 'slip-unknown', 'slip-reprinted'], 'printing'],
    [['ticket-issued', 'slip-refused', 'slip-reprinted', 'slip-unknown'], 'unknown'],
    [[], 'unknown'],
  ])('after %j it is %s', (facts, slip) => {
    expect(slipNow(withSlip(...facts))).toBe(slip);
  });

  it('is none where there is no printer', () => {
    expect(slipNow({ ...withSlip('ticket-issued'), noReprint: 'no-printer' })).toBe('none');
  });
});

it('has words for every fact that a house tells of a ticket', () => {
  // The compiler asks for what is missing here.
  const facts: Record<Extract<QueueEvent, { ticket: unknown }>['type'] | 'call-undone', true> = {
    ...{ 'ticket-issued': true, 'ticket-called': true, 'ticket-recalled': true, 'service-started': true },
    ...{ 'service-finished': true, 'service-added': true, 'ticket-absent': true, 'ticket-returned': true },
    ...{ 'ticket-parked': true, 'ticket-resumed': true, 'ticket-transferred': true, 'ticket-handed-on': true },
    ...{ 'ticket-closed': true, 'call-undone': true, 'slip-reprinted': true, 'slip-printed': true },
    ...{ 'slip-refused': true, 'slip-unknown': true },
  };
  expect(Object.keys(facts).filter((what) => !isToldFact(what))).toEqual([]);
});
