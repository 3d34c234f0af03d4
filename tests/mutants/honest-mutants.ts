import type { Mutant } from './mutant.ts';

const HONEST = 'tests/honest-pages/no-page-lies.test.ts';

/** Bugs by which a clerk's page would say what is not so, found by whoever presses random keys at it. */
export const HONEST_MUTANTS: readonly Mutant[] = [
  {
    name: 'unanswered press asked again under another id',
    file: 'shared/page/asking.ts',
    find: 'return await emit.call(patient, name, { commandId, input });',
    replace:
      'return await emit.call(patient, name, { commandId: commandId.slice(0, -4) + String(performance.now()).slice(-4), input });',
    tests: [HONEST],
  },
  {
    name: 'one counter not told every third time',
    file: 'server/socket/publish.ts',
    find: 'const written = new Written(view);',
    replace:
      'if (who.counter === 1 && scene.office.seq % 3 === 0) continue;\n        const written = new Written(view);',
    tests: [HONEST],
  },
  {
    name: 'lost connection not shown',
    file: 'shared/page/connection.ts',
    find: "    online.value = 'offline';\n",
    replace: '',
    tests: [HONEST],
  },
  {
    name: 'press under way forgotten when the connection comes back',
    file: 'counter/desk/desk.ts',
    find: '  const presses = createPresses(connection.send, kept.presses);\n',
    replace: `  const presses = createPresses(connection.send, kept.presses);
  connection.online.subscribe(() => Object.assign(presses.underWay, { value: null }));
`,
    tests: [HONEST],
  },
  {
    name: 'second press taken while one is under way',
    file: 'shared/page/presses.ts',
    find: 'if (underWay.value !== null) return null;',
    replace: '',
    tests: ['shared/page/presses.test.ts'],
  },
  {
    name: 'both halves of a double press taken',
    file: 'shared/page/presses.ts',
    find: 'export const DOUBLE_PRESS_MS = 800;',
    replace: 'export const DOUBLE_PRESS_MS = 0;',
    tests: [HONEST],
  },
  {
    name: 'press forgotten when the page is loaded anew',
    file: 'counter/desk/desk.ts',
    find: 'if (!isIn) void presses.takeUp();',
    replace: '',
    tests: [HONEST],
  },
  {
    name: 'dossiers shown and not sent',
    file: 'counter/dossiers/dossier-entry.ts',
    find: 'forPress: () => (isUsual.value ? {} : { dossiers: dossiers.value }),',
    replace: 'forPress: () => ({}),',
    tests: [HONEST],
  },
  {
    name: 'key of the usual table instead of the own one',
    file: 'counter/keys/keyboard.ts',
    find: 'const action = actionOfKey(event, desk.ownKeys.keys.value);',
    replace: 'const action = actionOfKey(event);',
    tests: [HONEST],
  },
  {
    name: 'who comes for another service forgotten in what is next',
    file: 'server/core/counter-view.ts',
    find: 'const upNext = nextTicket(office, counter, current && movedOn(current, at));',
    replace: 'const upNext = nextTicket(office, counter, null);',
    tests: ['server/core/counter-view.test.ts'],
  },
];
