import { parseArgs } from 'node:util';
import { StartTrouble } from '#server/trouble.ts';
import { headFromText } from './day-report.ts';
import { keyOf, onDataFolder, say } from './programs.ts';
import { readHeads } from './report-files.ts';
import { verify } from './verify.ts';

// `npm run verify`: looks at the whole database; `-- --head "abcd …"` also for a head printed on paper. The server may run.
await onDataFolder(async (folder) => {
  const typed = parseArgs({ options: { head: { type: 'string', multiple: true } } }).values.head ?? [];
  const heads = [...readHeads(folder.reportsFolder), ...typed.map(toHead)];
  const findings = await verify({ databaseFile: folder.databaseFile, key: keyOf(folder), heads });
  for (const { isGood, text } of findings) say(`${isGood ? 'OK  ' : 'SAI '} ${text}`);
  return findings.every(({ isGood }) => isGood);
});

function toHead(text: string): { chain: Buffer } {
  const chain = headFromText(text);
  if (chain) return { chain };
  throw new StartTrouble(`"${text}" không phải là mã chốt.`, `"${text}" is not a head: 16 groups of 4 hex digits.`);
}
