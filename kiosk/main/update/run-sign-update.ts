import { parseArgs } from 'node:util';
import { MANIFEST_FILE } from './manifest.ts';
import { makeKey, SignTrouble, signRelease } from './sign-release.ts';

// For whoever publishes the program: `npm run sign-update -- --new-key FILE` once, then for each release
// `npm run sign-update -- --key FILE --from FOLDER [--before FOLDER] [--share 10] [--days 60]`.

const { values } = parseArgs({
  options: {
    'new-key': { type: 'string' },
    key: { type: 'string' },
    from: { type: 'string' },
    before: { type: 'string' },
    share: { type: 'string', default: '10' },
    days: { type: 'string', default: '60' },
  },
});

try {
  if (values['new-key']) {
    const publicKey = makeKey(values['new-key']);
    say(
      `${values['new-key']}: keep it where no network reaches. The public half, for kiosk/main/update/update-keys.ts:`,
    );
    say(publicKey);
  } else await signWith(values.key, values.from);
} catch (cause) {
  const isKnown = cause instanceof SignTrouble || (cause instanceof Error && 'code' in cause);
  if (!isKnown) throw cause;
  process.stderr.write(`${cause.message}\n`);
  process.exitCode = 1;
}

async function signWith(key: string | undefined, from: string | undefined) {
  if (!key || !from) throw new SignTrouble('--new-key FILE, or --key FILE --from FOLDER');
  const share = wholeNumber('share', values.share, 0, 100);
  const days = wholeNumber('days', values.days, 1, 365);
  const manifest = await signRelease({ key, from, before: values.before ?? null, share, days, now: Date.now() });
  say(
    `${MANIFEST_FILE}: ${manifest.version}, ${share} of 100 machines, until ${new Date(manifest.expiresAt).toISOString()}`,
  );
  for (const { platform, kind, name, size } of manifest.files) say(`  ${platform} ${kind}: ${name}, ${size} bytes`);
  const back = manifest.before;
  say(
    back
      ? `  way back: ${back.version}`
      : '  no way back: a Windows machine that keeps no installer will not take it (--before)',
  );
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new SignTrouble(`--${name}: ${least} … ${most} (${text}?)`);
  }
  return value;
}

function say(line: string) {
  process.stdout.write(`${line}\n`);
}
