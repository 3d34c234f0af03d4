import type { Mutant } from './mutant.ts';

const KEPT = ['shared/page/kept-presses.test.ts', 'counter/desk/kept-over-reload.test.ts'];

/** Bugs in what a clerk presses: keys, dossiers, the call for help, presses that outlive their page. */
export const DESK_MUTANTS: readonly Mutant[] = [
  {
    name: 'press of before the reload asked for under a new id',
    file: 'shared/page/presses.ts',
    find: 'send(name, input as MessageInput<typeof name>, { commandId })',
    replace: 'send(name, input as MessageInput<typeof name>)',
    tests: KEPT,
  },
  {
    name: 'press of before the reload talks over the one under way',
    file: 'shared/page/presses.ts',
    find: '    await until(underWay, (button) => button === null);\n',
    replace: '',
    tests: ['shared/page/presses.test.ts'],
  },
  {
    name: 'press asked for again by whoever signs in next',
    file: 'shared/page/kept-presses.ts',
    find: 'if (press && !isAnothers) {',
    replace: 'if (press) {',
    tests: KEPT,
  },
  {
    name: 'press of any age asked for again',
    file: 'shared/page/kept-presses.ts',
    find: 'age >= 0 && age <= TAKE_UP_WITHIN_MS',
    replace: 'age >= 0',
    tests: KEPT,
  },
  {
    name: 'press forgotten before its answer has come',
    file: 'shared/page/kept-presses.ts',
    find: '    if (press && !isAnothers) {\n',
    replace: '    storage.removeItem(key);\n    if (press && !isAnothers) {\n',
    tests: KEPT,
  },
  {
    name: 'press asked for again beside the tab that made it',
    file: 'shared/page/kept-presses.ts',
    find: 'await alone(key.slice(prefix.length), () => takeUpOne(key, hear))',
    replace: 'await takeUpOne(key, hear)',
    tests: KEPT,
  },
  {
    name: 'dossiers of one visitor sent with the next',
    file: 'counter/desk/desk.ts',
    find: '    if (here !== current) dossiers.clear();\n',
    replace: '',
    tests: ['counter/desk/desk.test.ts'],
  },
  {
    name: 'dossiers kept after a finish',
    file: 'counter/desk/act.ts',
    find: '  if (reply?.ok) dossiers.clear();\n',
    replace: '',
    tests: ['counter/desk/desk.test.ts'],
  },
  {
    name: 'call for help waits for the press under way',
    file: 'counter/desk/desk.ts',
    find: 'const { press, underWay, isSlow } = createPresses(connection.send, kept);',
    replace: 'const { press, underWay, isSlow } = presses;',
    tests: ['counter/desk/desk.test.ts'],
  },
  {
    name: 'call for help goes out though it was let go',
    file: 'counter/desk/hold.ts',
    find: '    clearTimeout(timer);\n',
    replace: '',
    tests: ['counter/desk/hold.test.ts'],
  },
  {
    name: 'one key for two actions',
    file: 'counter/keys/own-keys.ts',
    find: "      if (by) return { why: 'taken', by };\n",
    replace: '',
    tests: ['counter/keys/own-keys.test.ts'],
  },
  {
    name: 'whoever is being served offered for cancelling',
    file: 'counter/desk/desk-action.ts',
    find: "view.current?.state === 'called' ? [view.current] : []",
    replace: 'view.current ? [view.current] : []',
    tests: ['counter/desk/desk.test.ts'],
  },
];
