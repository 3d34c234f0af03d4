import { expect, it } from 'vitest';
import { displayPlace } from './display-place.ts';

const HALL = { zone: null, counter: null };

it.each([
  ['', HALL],
  ['?theme=light', HALL],
  ['?zone=tang-2', { zone: 'tang-2', counter: null }],
  ['?counter=3', { zone: null, counter: 3 }],
  ['?counter=128&zone=tang-2', { zone: null, counter: 128 }],
  ['?zone=Tầng 2', HALL],
  ['?zone=', HALL],
  ['?counter=0', HALL],
  ['?counter=3b', HALL],
  ['?counter=1000', HALL],
])('[B16] a display opened with "%s" is for %j', (search, place) => {
  expect(displayPlace(search)).toEqual(place);
});
