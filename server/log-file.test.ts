import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLog } from './log.ts';
import { openLogFile } from './log-file.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const read = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');

describe('the log file', () => {
  it('is made with its folder at the first line, and goes on where it stood after a restart', () => {
    const folder = join(temporaryFolder(), 'logs');
    openLogFile({ folder })('one\n');
    openLogFile({ folder })('two\n');
    expect(read(folder, 'luot.log')).toBe('one\ntwo\n');
  });

  it('gives way to a new one when it is full; the oldest go, and no line is cut', () => {
    const folder = temporaryFolder();
    const write = openLogFile({ folder, bytesAFile: 20, files: 3 });
    for (let line = 0; line < 20; line += 1) write(`line ${String(line).padStart(2, '0')}\n`);
    expect(readdirSync(folder).sort()).toEqual(['luot.1.log', 'luot.2.log', 'luot.log']);
    expect(read(folder, 'luot.2.log')).toBe('line 14\nline 15\n');
    expect(read(folder, 'luot.1.log')).toBe('line 16\nline 17\n');
    expect(read(folder, 'luot.log')).toBe('line 18\nline 19\n');
  });

  it('counts what stood in it before a restart, in bytes and not in letters', () => {
    const folder = temporaryFolder();
    openLogFile({ folder, bytesAFile: 20 })('Lượt, đầy\n');
    openLogFile({ folder, bytesAFile: 20 })('bảy chữ\n');
    expect(read(folder, 'luot.1.log')).toBe('Lượt, đầy\n');
    expect(read(folder, 'luot.log')).toBe('bảy chữ\n');
  });

  it('never takes more than its share of the disk, whatever is logged for a month', () => {
    const folder = temporaryFolder();
    const log = createLog(openLogFile({ folder, bytesAFile: 10_000, files: 5 }));
    for (let line = 0; line < 3_000; line += 1)
      log('fault', 'Nothing of this turn could be kept.', new Error('x'.repeat(line % 20_000)));
    const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
    expect(sizes).toHaveLength(5);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(10_000);
  });

  it('cannot be written, and the house goes on', () => {
    const file = join(temporaryFolder(), 'logs');
    writeFileSync(file, 'a file where the folder should be');
    const write = openLogFile({ folder: file });
    expect(() => write('one\n')).not.toThrow();
  });
});
