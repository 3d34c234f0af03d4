import type { Mutant } from './mutant.ts';

const DESK = { file: 'server/displays/display-desk.ts', tests: ['server/displays/display-desk.test.ts'] };

/** Bugs in what several displays of a hall do together. */
export const DISPLAY_MUTANTS: readonly Mutant[] = [
  {
    ...DESK,
    name: 'a call spoken by one display after another',
    find: "if (this.book.hasBegun(call, key)) return 'spoken-already';",
    replace: '',
  },
  {
    ...DESK,
    name: 'two voices in one zone',
    find: " || this.speeches.now(key) !== null) return 'not-your-voice';",
    replace: ") return 'not-your-voice';",
  },
  {
    ...DESK,
    name: 'a display of the neighbours vouches for a call',
    find: 'return row !== undefined && isInZone(zoneOf(this.parts.hall, page.zone), row.counter);',
    replace: 'return row !== undefined;',
  },
  {
    name: 'what was not begun is forgotten when the speaker goes',
    file: 'display/pending-calls.ts',
    find: '!mayBegin(state.turn)) return { state: { ...state, toSpeak }, effects: [] };',
    replace: '!mayBegin(state.turn)) return { state: { ...state, toSpeak: [] }, effects: [] };',
    tests: ['display/voice-turn.test.ts'],
  },
  {
    name: 'a zone shows the calls of the whole hall',
    file: 'server/core/board-view.ts',
    find: '.filter(({ counter }) => isInZone(zone, counter))',
    replace: '.slice()',
    tests: ['server/core/zones.test.ts'],
  },
];
