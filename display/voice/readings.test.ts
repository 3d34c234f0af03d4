import { expect, it } from 'vitest';
import { plannedClips } from './planned-clips.ts';
import { readingsOf } from './readings.ts';

const south = { name: 'vi-south', tongue: 'vi-south', clips: plannedClips('vi-south') } as const;
const en = { name: 'en', tongue: 'en', clips: plannedClips('en') } as const;
const wording = { announcement: 'Số {number} đến quầy {counter}', announcementEnglish: '{number} counter {counter}' };
const call = { number: 'A1', counter: 2 };

const VIETNAMESE = ['so', 'letter-a', 'mot', 'den', 'quay', 'hai'].map((clip) => `vi-south/${clip}`);
const ENGLISH = ['letter-a', 'one', 'counter', 'two'].map((clip) => `en/${clip}`);

it('reads as often as it is told', () => {
  expect(readingsOf(call, 2, wording, { own: south, english: en })).toEqual([VIETNAMESE, VIETNAMESE]);
  expect(readingsOf(call, 1, wording, { own: south, english: en })).toEqual([VIETNAMESE]);
});

it('[B22] adds one reading in English for a ticket that was taken in English, however often the first is read', () => {
  const english = { ...call, language: 'en' } as const;
  expect(readingsOf(english, 2, wording, { own: south, english: en })).toEqual([VIETNAMESE, VIETNAMESE, ENGLISH]);
  expect(readingsOf(english, 1, wording, { own: south, english: en })).toEqual([VIETNAMESE, ENGLISH]);
});

it('[B22] stays with Vietnamese where there is no English pack', () => {
  const english = { ...call, language: 'en' } as const;
  expect(readingsOf(english, 1, wording, { own: south, english: undefined })).toEqual([VIETNAMESE]);
});
