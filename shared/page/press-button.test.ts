import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import type { Online } from './connection.ts';
import { PressButton } from './press-button.tsx';
import { pageWords } from './words/page-words.ts';

type Now = { underWay?: string | null; isSlow?: boolean; online?: Online };
type Asked = Partial<Omit<Parameters<typeof PressButton>[0], 'presses'>>;

/** What stands on the glass for a button that looks a number up. */
function drawn({ underWay = null, isSlow = false, online = 'online' }: Now, asked: Asked = {}) {
  const presses = { underWay: signal(underWay), isSlow: signal(isSlow), online: signal(online) };
  return PressButton({ presses, name: 'ticket:look-up A001', look: 'secondary', label: 'Tra', ...asked }).props;
}

const UNDER_WAY = { underWay: 'ticket:look-up A001' };

it('says what it does, and answers the form that it stands in', () => {
  expect(drawn({})).toEqual({
    type: 'submit',
    class: 'secondary',
    'aria-label': undefined,
    'aria-busy': false,
    disabled: false,
    onClick: undefined,
    children: 'Tra',
  });
});

it('answers no form when it has a press of its own', () => {
  const press = () => {};
  expect(drawn({}, { press })).toMatchObject({ type: 'button', onClick: press });
});

it('is seen and heard to be pressed at once, and says the same as long as its answer is not slow', () => {
  const busy = { class: 'secondary is-under-way', 'aria-busy': true, disabled: false, children: 'Tra' };
  expect(drawn(UNDER_WAY)).toMatchObject(busy);
});

it.each([
  ['the words of every page', undefined, pageWords().sending],
  ['words of its own', 'Đang in…', 'Đang in…'],
])('says that its answer is slow in %s', (_whose, slowly, said) => {
  expect(drawn({ ...UNDER_WAY, isSlow: true }, slowly ? { slowly } : {}).children).toBe(said);
});

it.each(['ticket:look-up A002', null])('is calm while what is under way is %s', (underWay) => {
  const calm = { class: 'secondary', 'aria-busy': false, children: 'Tra' };
  expect(drawn({ underWay, isSlow: true })).toMatchObject(calm);
  expect(drawn({ underWay, isSlow: true }, { name: '' })).toMatchObject(calm);
});

it.each(['connecting', 'offline', 'old-page'] as const)('is off while the page is %s', (online) => {
  expect(drawn({ online }).disabled).toBe(true);
});

it('names what it stands beside for whoever does not see it', () => {
  expect(drawn({}, { spoken: 'Đã đến: A001' })).toMatchObject({ 'aria-label': 'Đã đến: A001', children: 'Tra' });
});
