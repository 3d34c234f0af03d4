import { parseArgs } from 'node:util';

/** How the demo is wanted, or in one sentence what was wrong with the asking. */
export type Wanted = { speed: number; seed: number; port: number } | { wrong: string };

/** Beyond this nobody can follow the board any more. */
const MAX_SPEED = 60;

/** @param port the port that is taken where the arguments name none; text, as the environment has it */
export function readDemoArguments(args: readonly string[], port = '8080'): Wanted {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        speed: { type: 'string', default: '6' },
        seed: { type: 'string', default: '1' },
        port: { type: 'string', default: port },
      },
    });
    return checked(values);
  } catch (cause) {
    // What parseArgs does not know it throws; the sentence says which word it was.
    const why = cause instanceof Error ? cause.message.split('. ')[0] : String(cause);
    return { wrong: `${why}. Known are --speed 6, --seed 7 and --port 8080.` };
  }
}

function checked(values: { speed: string; seed: string; port: string }): Wanted {
  const speed = numberFrom(values.speed);
  const seed = numberFrom(values.seed);
  const port = numberFrom(values.port);
  if (!(speed >= 1 && speed <= MAX_SPEED))
    return { wrong: `--speed must be a number from 1 to ${MAX_SPEED}, not "${values.speed}".` };
  if (!Number.isSafeInteger(seed) || seed < 0) return { wrong: `--seed must be a whole number, not "${values.seed}".` };
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    return { wrong: `--port (or PORT) must be a port number, not "${values.port}".` };
  return { speed, seed, port };
}

/** An empty text is no number, whatever JavaScript says. */
function numberFrom(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text);
}
