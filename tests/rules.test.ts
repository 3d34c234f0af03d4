import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../', import.meta.url);
const ROOMS = [
  'shared',
  'server',
  'printer',
  'kiosk',
  'display',
  'counter',
  'manager',
  'phone',
  'start',
  'demo',
  'tests',
];
/** Numbering, queue, calling, service, day, board, printing, kiosk, repeats, rights, times, machines, ratings. */
const GROUPS = 'NQCSDBPKRATMV';

/** What stands in a title's place: a text right after an opening bracket that begins with ids. Comments are not titles. */
const TITLE = /\(\s*['"`]((?:\[[A-Z]\d+\] ?)+)/g;
const COMMENT_LINE = /^\s*(?:\/\/|\/?\*)/;

function idsInTitles(source: string): string[] {
  const code = source
    .split('\n')
    .filter((line) => !COMMENT_LINE.test(line))
    .join('\n');
  return [...code.matchAll(TITLE)].flatMap(([, ids = '']) => ids.match(/[A-Z]\d+/g) ?? []);
}

/** The lines `- **Q1** …` of the law. */
function idsInLaw(text: string): string[] {
  return [...text.matchAll(/^- \*\*([A-Z]\d+)\*\* \S/gm)].flatMap(([, id]) => id ?? []);
}

function testFiles(): string[] {
  return ROOMS.flatMap((room) => {
    const files = readdirSync(new URL(room, ROOT), { recursive: true, encoding: 'utf8' });
    return files
      .filter((file) => /\.test\.tsx?$/.test(file) && !file.includes('node_modules'))
      .map((file) => `${room}/${file.replaceAll('\\', '/')}`);
  }).filter((file) => file !== 'tests/rules.test.ts');
}

const law = idsInLaw(readFileSync(new URL('docs/rules.md', ROOT), 'utf8'));
const carried = testFiles().flatMap((file) =>
  idsInTitles(readFileSync(new URL(file, ROOT), 'utf8')).map((id) => ({ id, file })),
);

describe('docs/rules.md', () => {
  it('lists rules, each id once, in the known groups', () => {
    expect(law.length).toBeGreaterThan(40);
    expect(law.filter((id, index) => law.indexOf(id) !== index)).toEqual([]);
    expect(law.filter((id) => !GROUPS.includes(id.charAt(0)))).toEqual([]);
  });

  it('has a test for every rule', () => {
    const tested = new Set(carried.map(({ id }) => id));
    expect(law.filter((id) => !tested.has(id))).toEqual([]);
  });

  it('knows every rule that a test names', () => {
    const unknown = carried.filter(({ id }) => !law.includes(id)).map(({ id, file }) => `${id} in ${file}`);
    expect([...new Set(unknown)]).toEqual([]);
  });
});

describe('the search for titles', () => {
  const CALL = "it('";

  it('finds the ids at the beginning of a title, however it is quoted or broken over lines', () => {
    expect(idsInTitles(`${CALL}[Q1] first', () => {});`)).toEqual(['Q1']);
    expect(idsInTitles(`${CALL}[Q1] [D2] both', () => {});`)).toEqual(['Q1', 'D2']);
    expect(idsInTitles('it.each([1, 2])(\n  `[T10] counts %i`, () => {});')).toEqual(['T10']);
  });

  it('does not take a comment, or an id elsewhere in a text, for a title', () => {
    expect(idsInTitles(`// ${CALL}[Q1] once', …)\n * ${CALL}[Q2] twice')\n/** ${CALL}[Q3] */`)).toEqual([]);
    expect(idsInTitles(`${CALL}as [Q1] says', () => {});\n const a = '[Q2]';`)).toEqual([]);
  });
});
