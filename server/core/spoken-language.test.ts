import { expect, it } from 'vitest';
import { boardView } from './board-view.ts';
import { aDay, Day } from './testing/a-day.ts';
import { aHall, MONDAY } from './testing/a-hall.ts';

const languages = ({ office, setup, now }: Day) => boardView(office, setup, now).calls.map(({ language }) => language);
const inEnglish = (day: Day) =>
  day.told('kiosk', 'ticket:take', { services: ['land', 'civil'], priority: 'regular', language: 'en' });

it('[B22] the board knows of a call that its ticket was taken in English, and says nothing of others', () => {
  const day = inEnglish(aDay().opened(1, 2)).issued('land').called(1).called(2);
  expect(languages(day)).toEqual([undefined, 'en']);
});

it('[B22] a ticket keeps its language on all its ways', () => {
  const day = inEnglish(aDay().opened(1, 3)).called(1);
  expect(languages(day.recalled(1))).toEqual(['en']);
  expect(languages(day.parked(1).resumed('A001', 1).called(1))).toEqual(['en']);
  day.told(1, 'ticket:finish', { expects: day.id('A001') });
  expect(languages(day.called(3))).toEqual(['en']);
  expect(day.office.tickets.get(day.id('A001'))).toMatchObject({ language: 'en', state: 'called' });
});

it('[B22] a ticket taken in Vietnamese is what it was before there were languages', () => {
  const day = aDay().issued('land');
  expect(Object.keys(day.office.tickets.get(day.id('A001')) ?? {})).not.toContain('language');
});

it('[B21] the board names what a call is for only where the office has it spoken', () => {
  const hall = aHall();
  const announcement = `${hall.wording.announcement}, {service}`;
  const services = (setup: typeof hall) => {
    const { office, now } = new Day(setup)
      .told('house', 'day:open', { day: MONDAY })
      .opened(1, 3)
      .issued('land', 'civil')
      .called(1);
    return boardView(office, setup, now).calls.map(({ service }) => service);
  };
  expect(services(hall)).toEqual([undefined]);
  expect(services({ ...hall, wording: { ...hall.wording, announcement } })).toEqual(['land']);
});
