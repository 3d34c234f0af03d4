import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '#server/testing/temporary-folder.ts';
import { NO_CHOICES } from '#shared/domain/choices.ts';
import { openChoices } from './choices.ts';

const LINE = { isShown: true, pieces: [], line: 'Chiều nay trung tâm nghỉ từ 15 giờ.' };

function aFile(content?: string) {
  const folder = temporaryFolder();
  const file = join(folder, 'choices.json');
  if (content !== undefined) writeFileSync(file, content);
  const told: unknown[] = [];
  const open = () => openChoices(file, (cause) => told.push(cause));
  return { folder, file, told, open };
}

describe('what the manager has chosen', () => {
  it('is nothing in a hall that has no such file, and none is made', () => {
    const { folder, told, open } = aFile();
    const choices = open();
    expect([choices.now(), choices.isDamaged(), told, readdirSync(folder)]).toEqual([NO_CHOICES, false, [], []]);
  });

  it('is there again after a restart', () => {
    const { told, open } = aFile();
    open().choose('information', LINE);
    expect([open().now().information, told]).toEqual([LINE, []]);
  });

  it.each([
    ['half a file', '{ "information": { "isSh'],
    ['nothing at all', ''],
    ['a wrong choice', '{ "information": { "isShown": "yes", "pieces": [], "line": "" } }'],
    ['a choice of another version', '{ "weather": true }'],
    [
      'a file name that leads out of the folder',
      '{ "information": { "isShown": true, "line": "", "pieces": [{ "kind": "file", "file": "../office.db", "seconds": 10 }] } }',
    ],
  ])('is told and kept aside when it is damaged: %s', (_what, content) => {
    const { folder, told, open } = aFile(content);
    const choices = open();
    expect([choices.now(), choices.isDamaged(), told.length]).toEqual([NO_CHOICES, true, 1]);
    expect(readdirSync(folder)).toEqual(['choices.json.damaged-1']);
    expect(readFileSync(join(folder, 'choices.json.damaged-1'), 'utf8')).toBe(content);
    choices.choose('information', LINE);
    expect([choices.isDamaged(), open().now().information]).toEqual([false, LINE]);
  });

  it('never writes over an earlier damaged file', () => {
    const { folder, file, open } = aFile('first');
    open();
    writeFileSync(file, 'second');
    open();
    expect(readdirSync(folder)).toEqual(['choices.json.damaged-1', 'choices.json.damaged-2']);
  });

  it('is as before when it cannot be written', () => {
    const { file, open } = aFile();
    const choices = open();
    mkdirSync(`${file}.new`);
    expect(() => choices.choose('information', LINE)).toThrow();
    expect(choices.now()).toEqual(NO_CHOICES);
  });
});
