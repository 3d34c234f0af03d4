import { expect, it } from 'vitest';
import { exampleTicket } from '#counter/example-views.ts';
import { groupWaiting } from './group-waiting.ts';

it('cuts the line by kind without changing its order, and finds who came first', () => {
  const [bound, young, old, helped] = [
    { ...exampleTicket('A009', 20), from: 'bound' as const },
    { ...exampleTicket('A031', 12), from: 'own' as const },
    { ...exampleTicket('A021', 41), from: 'own' as const },
    { ...exampleTicket('T012', 16), from: 'helps' as const },
  ];
  expect(groupWaiting([bound, young, old, helped])).toEqual({
    groups: [
      { from: 'bound', tickets: [bound] },
      { from: 'own', tickets: [young, old] },
      { from: 'helps', tickets: [helped] },
    ],
    oldest: old.ticket,
  });
});

it('has no groups and no oldest when nobody waits', () => {
  expect(groupWaiting([])).toEqual({ groups: [], oldest: null });
});
