/** For tests: what was told so far, and a way to wait for the next thing. */
export type Diary = {
  lines: readonly string[];
  write: (line: string) => void;
  /** Resolves when this line stands there so many times; at once if it already does. */
  has: (line: string, times?: number) => Promise<void>;
};

export function createDiary(): Diary {
  const lines: string[] = [];
  const watchers: { isThere: () => boolean; resolve: () => void }[] = [];
  return {
    lines,
    write: (line) => {
      lines.push(line);
      for (const watcher of watchers.filter((one) => one.isThere())) watcher.resolve();
    },
    has: (line, times = 1) =>
      new Promise((resolve) => {
        const isThere = () => lines.filter((one) => one === line).length >= times;
        if (isThere()) resolve();
        else watchers.push({ isThere, resolve });
      }),
  };
}
