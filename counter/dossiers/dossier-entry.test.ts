import { expect, it } from 'vitest';
import { createDossierEntry } from './dossier-entry.ts';

/** What would be sent after these: digits, `<` to erase, letters for the ways, + and - by the mouse. */
function after(strokes: string) {
  const entry = createDossierEntry();
  for (const stroke of strokes) {
    if (stroke === '<') entry.erase();
    else if (stroke === 'E') entry.clear();
    else if (stroke === '+') entry.step(1);
    else if (stroke === '-') entry.step(-1);
    else if (stroke === 'u') entry.choose('dossiers:same-day');
    else if (stroke === 'i') entry.choose('dossiers:appointment');
    else if (stroke === 'o') entry.choose('dossiers:post');
    else if (stroke === 'y') entry.choose('dossiers:online');
    else entry.type(stroke);
  }
  return entry.forPress().dossiers ?? null;
}

const usual = { count: 1, handedOver: 'appointment', channel: 'direct' };

it.each([
  ['', null],
  ['1', null],
  ['12', { ...usual, count: 12 }],
  ['0', { ...usual, count: 0 }],
  // A zero before other digits says nothing.
  ['05', { ...usual, count: 5 }],
  ['05<', null],
  ['999', { ...usual, count: 999 }],
  // A fourth digit would be more than anybody brings: it is not taken.
  ['9999', { ...usual, count: 999 }],
  ['12<', null],
  ['25<', { ...usual, count: 2 }],
  ['<<7', { ...usual, count: 7 }],
  ['3o<', { ...usual, handedOver: 'post' }],
  ['u', { ...usual, handedOver: 'same-day' }],
  ['uo', { ...usual, handedOver: 'post' }],
  ['oi', null],
  ['y', { ...usual, channel: 'online' }],
  ['yy', null],
  ['3oy', { count: 3, handedOver: 'post', channel: 'online' }],
  ['3oyE', null],
  ['+', { ...usual, count: 2 }],
  ['--', { ...usual, count: 0 }],
  ['999+', { ...usual, count: 999 }],
])('after "%s" the press says %o', (strokes, dossiers) => {
  expect(after(strokes)).toEqual(dossiers);
});
