import type { Mutant } from './mutant.ts';

/** Bugs in what is around the rules: the disk, the order of telling, the door, the voice. */
export const HOUSE_MUTANTS: readonly Mutant[] = [
  {
    name: 'answer before the commit',
    file: 'server/dispatch.ts',
    find: 'return turn.map((submission) => this.carryOut(submission, kept));',
    replace: `return turn.map((submission) => {
          const reply = this.carryOut(submission, kept);
          submission.answer(reply);
          submission.answer = () => undefined;
          return reply;
        });`,
    tests: ['server/dispatch.test.ts'],
  },
  {
    name: 'pages told before the commit',
    file: 'server/dispatch.ts',
    find: '    kept.push({ entry, hand });\n',
    replace: '    kept.push({ entry, hand });\n    this.parts.announce.changed();\n',
    tests: ['server/dispatch.test.ts'],
  },
  {
    name: 'command id looked up before the transaction',
    file: 'server/dispatch.ts',
    find: 'const before = answeredBefore(submission, this.parts.journal, this.refused);',
    replace: 'const before = kept.length > 0 ? null : answeredBefore(submission, this.parts.journal, this.refused);',
    tests: ['server/dispatch.test.ts'],
  },
  {
    name: 'refusal forgotten',
    file: 'server/dispatch.ts',
    find: 'if (!reply.ok) remember(this.refused, commandId, reply);',
    replace: '',
    tests: ['server/dispatch.test.ts'],
  },
  {
    name: 'time of the house runs back with the clock',
    file: 'server/dispatch.ts',
    find: 'return Math.max(Math.floor(this.parts.clock.now()), this.office.lastAt);',
    replace: 'return Math.floor(this.parts.clock.now());',
    tests: ['server/dispatch-clock.test.ts'],
  },
  {
    name: 'synchronous NORMAL',
    file: 'server/store/open-database.ts',
    find: "db.pragma('synchronous = FULL');",
    replace: "db.pragma('synchronous = NORMAL');",
    tests: ['tests/faults/crash-states.test.ts'],
  },
  {
    name: 'deferred transaction',
    file: 'server/store/journal.ts',
    find: "db.exec('BEGIN IMMEDIATE');",
    replace: "db.exec('BEGIN');",
    tests: ['server/store/write-lock.test.ts'],
  },
  {
    name: 'rolled-back turn stays in the chain',
    file: 'server/store/journal.ts',
    find: 'this.last = headOf(this.db);',
    replace: '',
    tests: ['server/store/journal.test.ts'],
  },
  {
    name: 'rolled-back turn is still known by its ids',
    file: 'server/store/journal.ts',
    find: '      this.commandIds = new CommandIds(this.db);\n    });',
    replace: '    });',
    tests: ['server/store/journal.test.ts'],
  },
  {
    name: 'ids of yesterday forgotten',
    file: 'server/store/command-ids.ts',
    find: 'return this.today.get(id) ?? this.yesterday.get(id);',
    replace: 'return this.today.get(id);',
    tests: ['server/store/journal.test.ts'],
  },
  {
    name: 'command id kept twice',
    file: 'server/store/command-ids.ts',
    find: 'if (this.seqOf(id) !== undefined) throw',
    replace: 'if (this.seqOf(id) === -1) throw',
    tests: ['server/store/journal.test.ts'],
  },
  {
    name: 'row of who left stays when that is taken back',
    file: 'server/store/ticket-projection.ts',
    find: 'else if (isUndo) remove.run(day, ticket.id);',
    replace: '',
    tests: ['server/store/journal.test.ts'],
  },
  {
    name: 'number given twice goes unnoticed',
    file: 'server/core/apply.ts',
    find: 'if (count <= (office.lastNumber.get(series) ?? 0)) throw',
    replace: 'if (count < (office.lastNumber.get(series) ?? 0)) throw',
    tests: ['server/core/apply.test.ts'],
  },
  {
    name: 'press waits for the next phones',
    file: 'server/socket/phone-crowd.ts',
    find: 'setImmediate(() => setImmediate(work));',
    replace: 'setImmediate(work);',
    tests: ['server/socket/phone-crowd.test.ts'],
  },
  {
    name: 'migration without a transaction',
    file: 'server/store/open-database.ts',
    find: `  const run = db.transaction(() => {
    for (const name of steps.slice(version)) db.exec(readFileSync(join(MIGRATIONS, name), 'utf8'));
    db.pragma(\`application_id = \${APPLICATION_ID}\`);
    db.pragma(\`user_version = \${newest}\`);
  });
  run.immediate();`,
    replace: `  for (const name of steps.slice(version)) db.exec(readFileSync(join(MIGRATIONS, name), 'utf8'));
  db.pragma(\`application_id = \${APPLICATION_ID}\`);
  db.pragma(\`user_version = \${newest}\`);`,
    tests: ['tests/faults/migrations.test.ts'],
  },
  {
    name: 'restore beside an old WAL',
    file: 'server/keeping/restore.ts',
    find: 'const present = ENDINGS.map(',
    replace: "const present = [''].map(",
    tests: ['server/keeping/restore.test.ts'],
  },
  {
    name: 'role not checked',
    file: 'server/socket/receive.ts',
    find: "if (!row.from.includes(who.role)) return 'not-allowed';",
    replace: '',
    tests: ['server/socket/receive.test.ts'],
  },
  {
    name: 'message without an acknowledgement crashes',
    file: 'server/socket/receive.ts',
    find: "if (typeof answer !== 'function') return;",
    replace: '',
    tests: ['server/socket/unanswered.test.ts'],
  },
  {
    name: 'refusals never forgotten',
    file: 'server/dispatch.ts',
    find: 'if (refused.size <= REFUSALS_KEPT) return;',
    replace: 'if (refused.size > 0) return;',
    tests: ['server/dispatch-memory.test.ts'],
  },
  {
    name: 'pictures kept of pages that have left',
    file: 'server/socket/publish.ts',
    find: "if (socket.data.role === 'door') this.sent.delete(",
    replace: "if (socket.data.role === 'kiosk') this.sent.delete(",
    tests: ['server/socket/publish-memory.test.ts'],
  },
  {
    name: 'old call is spoken after loading',
    file: 'display/pending-calls.ts',
    find: 'export const VOICE_MAX_AGE_MS = 45_000;',
    replace: 'export const VOICE_MAX_AGE_MS = Number.POSITIVE_INFINITY;',
    tests: ['display/pending-calls.test.ts'],
  },
];
