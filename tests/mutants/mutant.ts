/** A bug put in on purpose, and the tests that have to notice it. */
export type Mutant = {
  /** The bug in a few words; `--only` takes it. */
  name: string;
  /** From the root of the project, with slashes. */
  file: string;
  /** Stands in the file exactly once. */
  find: string;
  replace: string;
  /** Test files, from the root of the project. At least one test in them must fail. */
  tests: readonly string[];
};

/** The file's text with the bug in it. @throws when the text to replace is not there exactly once: the table has to follow the code */
export function withBug(text: string, { name, file, find, replace }: Mutant): string {
  // A checkout on Windows may have other line ends.
  const parts = text.replaceAll('\r\n', '\n').split(find);
  if (parts.length !== 2)
    throw new Error(`"${name}" does not apply: its text stands ${parts.length - 1} times in ${file}.`);
  return parts.join(replace);
}
