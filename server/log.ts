/** One line an event, for whoever looks after the machine. No personal data, no secrets; line breaks in values are escaped. */
export type Log = (level: 'info' | 'warning' | 'fault', what: string, cause?: unknown) => void;

/** Writes to the standard error output with the time in UTC. */
export function createLog(write: (line: string) => void = (line) => process.stderr.write(line)): Log {
  return (level, what, cause) => {
    const because = cause === undefined ? '' : ` ${JSON.stringify(describe(cause))}`;
    write(`${new Date().toISOString()} ${level} ${what.replaceAll(/[\r\n]+/g, ' ')}${because}\n`);
  };
}

function describe(cause: unknown): unknown {
  if (!(cause instanceof Error)) return cause;
  return {
    error: cause.stack ?? cause.message,
    ...(cause.cause === undefined ? {} : { cause: describe(cause.cause) }),
  };
}
