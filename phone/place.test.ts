import { describe, expect, it } from 'vitest';
import { atCounter, examplePicture, OWN, setAside, TOKEN } from './example-view.ts';
import { placeOf } from './place.ts';
import { tokenInPath } from './token-in-path.ts';

const LAND = { vi: 'Đất đai', en: 'Land registration' };

describe('the place in the picture', () => {
  it('is the number of people before, and the service they wait for', () => {
    expect(placeOf(examplePicture(4), OWN)).toEqual({ state: 'waiting', ahead: 4, service: LAND });
    expect(placeOf(examplePicture(0), OWN)).toEqual({ state: 'waiting', ahead: 0, service: LAND });
  });

  it('counts unnamed people in a line of several services', () => {
    const waiting = [{ service: 'dat-dai', name: LAND, handles: ['', 'other', '', OWN, ''] }];
    expect(placeOf(examplePicture(null, { waiting }), OWN)).toEqual({ state: 'waiting', ahead: 3, service: LAND });
  });

  it('is a counter, and which call led there', () => {
    expect(placeOf(atCounter('called', 51), OWN)).toEqual({ state: 'called', counter: 3, callSeq: 51 });
    expect(placeOf(atCounter('serving'), OWN)).toEqual({ state: 'serving', counter: 3 });
  });

  it('is aside, or over', () => {
    expect(placeOf(setAside('parked'), OWN)).toEqual({ state: 'parked' });
    expect(placeOf(setAside('absent'), OWN)).toEqual({ state: 'absent' });
    expect(placeOf(examplePicture(null), OWN)).toEqual({ state: 'done' });
  });
});

describe('the token in the address', () => {
  it('is found whole', () => {
    expect(tokenInPath(`/t/${TOKEN}`)).toBe(TOKEN);
    expect(tokenInPath(`/t/${TOKEN}/`)).toBe(TOKEN);
  });

  it.each(['/t/', '/t/short', `/t/${TOKEN}x`, `/t/${TOKEN}/more`, `/x/${TOKEN}`, `/t/${TOKEN.slice(1)}%`])(
    'is none in %s',
    (path) => {
      expect(tokenInPath(path)).toBe(null);
    },
  );
});
