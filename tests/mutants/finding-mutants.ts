import type { Mutant } from './mutant.ts';

const JUDGE = 'kiosk/main/find-hall/judge-chain.ts';
const FOLLOW = 'kiosk/main/find-hall/follow-hall.ts';
const MEET = 'kiosk/main/find-hall/meet-halls.ts';
const CERTIFICATES = ['kiosk/main/find-hall/judge-chain.test.ts'];
const FOLLOWING = ['kiosk/main/find-hall/follow-hall.test.ts'];
const MEETING = ['kiosk/main/find-hall/meet-halls.test.ts'];

/** Bugs with which a machine would go to a stranger, or lose its hall. */
export const FINDING_MUTANTS: readonly Mutant[] = [
  {
    name: 'certificate: any authority will do',
    file: JUDGE,
    find: 'chain.find((one) => one.fingerprint256 === fingerprint)',
    replace: 'chain.find((one) => one.ca || one.fingerprint256 === fingerprint)',
    tests: CERTIFICATES,
  },
  {
    name: 'certificate: signature not looked at',
    file: JUDGE,
    find: ' || !server.verify(authority.publicKey)',
    replace: '',
    tests: CERTIFICATES,
  },
  {
    name: 'certificate: made for no server',
    file: JUDGE,
    find: "  if (!server.keyUsage?.includes(SERVER_AUTH)) return 'stranger';\n",
    replace: '',
    tests: CERTIFICATES,
  },
  {
    name: 'certificate: one that may sign',
    file: JUDGE,
    find: ' || server.ca) return',
    replace: ') return',
    tests: CERTIFICATES,
  },
  {
    name: 'certificate: never out of date',
    file: JUDGE,
    find: "  if (![server, authority].every((one) => isValidAt(one, now))) return 'out-of-date';\n",
    replace: '',
    tests: CERTIFICATES,
  },
  {
    name: 'certificate: any name will do',
    file: JUDGE,
    find: "return isNamed === undefined ? 'other-name' : 'ours';",
    replace: "return isNamed === null ? 'other-name' : 'ours';",
    tests: CERTIFICATES,
  },
  {
    name: 'certificate: Chromium is told to take all',
    file: 'kiosk/main/find-hall/pin-session.ts',
    find: 'const REFUSE = -2;',
    replace: 'const REFUSE = 0;',
    tests: CERTIFICATES,
  },
  {
    name: 'certificate: Chromium takes what it likes without a pin',
    file: 'kiosk/main/find-hall/pin-session.ts',
    find: 'if (fingerprint === null) return false;',
    replace: 'if (fingerprint === null) return true;',
    tests: CERTIFICATES,
  },
  {
    name: 'knock: asks before it has judged',
    file: 'kiosk/main/find-hall/knock.ts',
    find: "if (verdict === 'ours') return",
    replace: "if (verdict !== 'out-of-date') return",
    tests: CERTIFICATES,
  },
  {
    name: 'knock: waits as long as bytes come',
    file: 'kiosk/main/find-hall/call-server.ts',
    find: "setTimeout(() => line.destroy(new Error('timeout')), ms)",
    replace: 'setTimeout(() => {}, ms)',
    tests: CERTIFICATES,
  },
  {
    name: 'setup: for another hall without beginning anew',
    file: 'kiosk/main/setup/open-setup.ts',
    find: 'if (isOtherHall) shell',
    replace: 'if (pin === null) shell',
    tests: ['kiosk/main/windows/roles.test.ts'],
  },
  {
    name: 'following: on the word of an announcement',
    file: FOLLOW,
    find: "elsewhere[answers.indexOf('open')]",
    replace: 'elsewhere[0]',
    tests: [...FOLLOWING, 'tests/follow-the-hall.test.ts'],
  },
  {
    name: 'following: to a hall of another key',
    file: FOLLOW,
    find: 'halls.filter((hall) => hall.fingerprint === fingerprint)',
    replace: 'halls.filter((hall) => hall.fingerprint !== fingerprint)',
    tests: FOLLOWING,
  },
  {
    name: 'following: at once, while the server only starts anew',
    file: FOLLOW,
    find: 'now - lostAt < LOST_MS || ',
    replace: '',
    tests: FOLLOWING,
  },
  {
    name: 'following: plain HTTP from elsewhere',
    file: FOLLOW,
    find: 'return isLoopback(page) && needs.isAnsweringHere(page);',
    replace: 'return isLoopback(page) || needs.isAnsweringHere(page);',
    tests: FOLLOWING,
  },
  {
    name: 'following: not noticed while the page stands',
    file: FOLLOW,
    find: '      watch(later);\n    });',
    replace: '    });',
    tests: FOLLOWING,
  },
  {
    name: 'first meeting: the key is not compared',
    file: MEET,
    find: "    if (key !== null && !isKeyOf(key, fingerprint)) return 'another-authority';\n",
    replace: '',
    tests: MEETING,
  },
  {
    name: 'first meeting: listed as it announces itself',
    file: MEET,
    find: ' && met.fingerprint === fingerprint) return met;',
    replace: ') return met;',
    tests: MEETING,
  },
  {
    name: 'key: shorter than it looks',
    file: 'shared/domain/hall-link.ts',
    find: 'const KEY_HEX = 24;',
    replace: 'const KEY_HEX = 20;',
    tests: ['shared/domain/hall-link.test.ts'],
  },
  {
    name: 'token: given to another hall',
    file: 'kiosk/main/find-hall/answer-token.ts',
    find: 'return pin && paired?.fingerprint === pin.fingerprint ? paired.token : null;',
    replace: 'return pin && paired ? paired.token : null;',
    tests: ['kiosk/main/find-hall/answer-token.test.ts'],
  },
  {
    name: 'screen: does not say that somebody else answers',
    file: 'kiosk/main/healing/keep-page.ts',
    find: 'if (matter() !== told) showCalm();',
    replace: '',
    tests: ['kiosk/main/calm/refusing-page.test.ts'],
  },
  {
    name: 'announcement: no farewell',
    file: 'shared/finding/announce.ts',
    find: 'voice.unpublishAll(end);',
    replace: 'end();',
    tests: ['shared/finding/finding.test.ts'],
  },
  {
    name: 'announcement: a taken port ends the process',
    file: 'shared/finding/voices.ts',
    find: "  mdns.on('error', onTrouble);\n",
    replace: '',
    tests: ['shared/finding/finding.test.ts'],
  },
  {
    name: 'announcement: although the office does not want it',
    file: 'server/network.ts',
    find: ' || setup.announced === false) return null;',
    replace: ') return null;',
    tests: ['tests/hall-in-the-network.test.ts'],
  },
  {
    name: 'address that came later is not let in',
    file: 'server/tls/keep-identity.ts',
    find: 'for (const name of identity.names) names.add(name);',
    replace: '',
    tests: ['tests/hall-in-the-network.test.ts'],
  },
];
