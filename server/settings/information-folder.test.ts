import { mkdirSync, readdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '#server/testing/temporary-folder.ts';
import { MOST_BYTES, MOST_FILES, openInformationFolder } from './information-folder.ts';

const PNG = Buffer.from('\x89PNG\r\n\x1a\nand so on', 'latin1');
const BEGINNINGS: Record<string, Buffer> = {
  'ảnh lịch nghỉ.PNG': PNG,
  'a.jpg': Buffer.from('\xff\xd8\xff\xe0....JFIF', 'latin1'),
  'b.jpeg': Buffer.from('\xff\xd8\xff\xe1....Exif', 'latin1'),
  'c.webp': Buffer.from('RIFF....WEBPVP8 ', 'latin1'),
  'd.mp4': Buffer.from('\0\0\0\x20ftypisom....', 'latin1'),
  'e.webm': Buffer.from('\x1aE\xdf\xa3.............', 'latin1'),
};

async function aFolder(files: Record<string, Buffer>) {
  const path = join(temporaryFolder(), 'information');
  mkdirSync(path);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content);
  const folder = await openInformationFolder(path);
  onTestFinished(folder.close);
  return { path, folder };
}

const judged = (files: readonly { name: string; kind: string | null; trouble: string | null }[]) =>
  Object.fromEntries(files.map(({ name, kind, trouble }) => [name, kind ?? trouble]));

it('is made where there is none, so that the office finds where its files belong', async () => {
  const path = join(temporaryFolder(), 'information');
  const folder = await openInformationFolder(path);
  onTestFinished(folder.close);
  expect([readdirSync(path), folder.files()]).toEqual([[], []]);
});

it('knows pictures and films by name and by their first bytes', async () => {
  const { folder } = await aFolder(BEGINNINGS);
  const sorts = { 'a.jpg': 'picture', 'b.jpeg': 'picture', 'c.webp': 'picture', 'd.mp4': 'film', 'e.webm': 'film' };
  expect(judged(folder.files())).toEqual({ ...sorts, 'ảnh lịch nghỉ.PNG': 'picture' });
});

it('[B25] says of every other file why it is not shown', async () => {
  const { path, folder } = await aFolder({
    'script.svg': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    'page.html': Buffer.from('<script></script>'),
    'no-ending': PNG,
    'called-otherwise.mp4': PNG,
    'empty.png': Buffer.alloc(0),
    'huge.png': PNG,
  });
  truncateSync(join(path, 'huge.png'), MOST_BYTES.picture + 1);
  await folder.look();
  expect(judged(folder.files())).toEqual({
    'script.svg': 'unknown-type',
    'page.html': 'unknown-type',
    'no-ending': 'unknown-type',
    'called-otherwise.mp4': 'damaged',
    'empty.png': 'damaged',
    'huge.png': 'too-large',
  });
});

it('sees no folders, links, hidden files, nor more than anybody could look through', async () => {
  const many = Object.fromEntries(Array.from({ length: MOST_FILES + 5 }, (_, index) => [`p${index}.png`, PNG]));
  const { path, folder } = await aFolder({ ...many, '.hidden.png': PNG });
  mkdirSync(join(path, 'a-folder.png'));
  try {
    symlinkSync(join(path, 'p1.png'), join(path, 'a-link.png'));
  } catch {
    // Windows lets only some people make links; then there is none to be seen.
  }
  await folder.look();
  const names = folder.files().map(({ name }) => name);
  expect(names.length).toBe(MOST_FILES);
  expect(names.filter((name) => /hidden|folder|link/.test(name))).toEqual([]);
});

it('gives a file another address when it is replaced, and forgets one that has gone', async () => {
  const { path, folder } = await aFolder({ 'a.png': PNG, 'b.png': PNG });
  const [before] = folder.files();
  writeFileSync(join(path, 'a.png'), Buffer.concat([PNG, PNG]));
  rmSync(join(path, 'b.png'));
  await folder.look();
  expect(folder.files().map(({ name }) => name)).toEqual(['a.png']);
  expect(folder.files()[0]?.address).not.toBe(before?.address);
});
