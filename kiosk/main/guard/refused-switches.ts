/** The code a start is refused with: what was asked for is not for a machine in a public hall. */
export const REFUSED_CODE = 64;

/**
 * What may stand on the line of an installed app: our own switches, and those of Chromium that a difficult screen may need. All others are
 * refused, by not standing here: with remote debugging, an inspector, an extension or a sandbox switched off everything else would be in vain.
 */
const KNOWN = new Set([
  ...['room', 'url', 'setup'],
  // The installer's own, when it starts the app after an update.
  'updated',
  ...['ozone-platform', 'ozone-platform-hint', 'disable-gpu', 'force-device-scale-factor', 'touch-events', 'lang'],
  'password-store',
]);

/** The switches of this line that an installed app does not take. On Windows Chromium reads `/name` as a switch too, and capitals as small. */
export function refusedSwitches(args: readonly string[], platform: NodeJS.Platform): string[] {
  const isSwitch = platform === 'win32' ? /^(--?|\/)[^/\\]+$/ : /^--?./;
  return args.filter((arg) => {
    const [name = ''] = arg.replace(/^(--?|\/)/, '').split('=');
    return isSwitch.test(arg) && !KNOWN.has(name.toLowerCase());
  });
}

/** Told to whoever started the app so; it ends with `REFUSED_CODE`. */
export class RefusedStart extends Error {
  constructor(switches: readonly string[]) {
    const names = switches.join(' ');
    super(`Máy không nhận tham số này: ${names}. / This machine does not take: ${names}.`);
  }
}
