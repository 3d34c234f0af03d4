/** How long until the server is asked again. */
const RETRY_MS = 2_000;

export type AwaitServer = {
  isAnswering(page: URL): Promise<boolean>;
  pause(ms: number): Promise<void>;
  say(line: string): void;
};

/** Comes back when the server gives out the page, however long that takes. Says once that it waits. */
export async function awaitServer(page: URL, { isAnswering, pause, say }: AwaitServer): Promise<void> {
  if (await isAnswering(page)) return;
  say(`Đang chờ máy chủ tại ${page.origin}… / Waiting for the server at ${page.origin}…`);
  do await pause(RETRY_MS);
  while (!(await isAnswering(page)));
}
