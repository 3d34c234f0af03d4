/** What the choice of a program looks at; handed in, so that every system can be played on any. */
export type Machine = {
  platform: NodeJS.Platform;
  env: Record<string, string | undefined>;
  home: string;
  isFile(path: string): boolean;
  /** A file's text; undefined if there is none. */
  read(path: string): string | undefined;
};
