import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { USUAL_KEYS } from '#counter/keys/key-map.ts';
import { GUIDE_PICTURES } from './guide-scenes.ts';

const GUIDES = resolve(import.meta.dirname, '../../docs/guides');
const guides = readdirSync(GUIDES).filter((name) => name.endsWith('.md'));
const textOf = (name: string) => readFileSync(join(GUIDES, name), 'utf8');
const picturesOf = (text: string) =>
  [...text.matchAll(/!\[[^\]]+\]\(pictures\/([^)]+)\)/g)].map(([, file]) => file ?? '');

const A_MEGABYTE_AND_A_HALF = 1_500_000;

describe('the guides', () => {
  it('show exactly the pictures that the script takes, and all of them are there', () => {
    const named = guides.flatMap((name) => picturesOf(textOf(name))).sort();
    expect(named).toEqual(Object.keys(GUIDE_PICTURES).sort());
    expect(readdirSync(join(GUIDES, 'pictures')).sort()).toEqual(named);
  });

  it('take scenes that their rooms have', () => {
    for (const [file, { room, scene, size }] of Object.entries(GUIDE_PICTURES)) {
      expect([file, scene in room.scenes, size in room.sizes]).toEqual([file, true, true]);
    }
  });

  it('stay small enough to be cloned without a thought', () => {
    const bytes = readdirSync(join(GUIDES, 'pictures')).map((file) => statSync(join(GUIDES, 'pictures', file)).size);
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(A_MEGABYTE_AND_A_HALF);
  });

  it('tell the clerk every key of the counter’s page, and no other', () => {
    const table = textOf('can-bo-tai-quay.md').matchAll(/^\| \*\*([^*]+)\*\* \|/gm);
    const told = [...table].map(([, cap]) => (cap === 'Dấu cách' ? 'Space' : cap)).sort();
    expect(told).toEqual(Object.values(USUAL_KEYS).sort());
  });
});
