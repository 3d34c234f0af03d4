import { isRequestName, type RequestName } from '#shared/contract/office-requests.ts';

/** A request to the office, as it was heard on the line. */
export type HeardRequest = { name: RequestName; input: unknown };

/** As much of Playwright's page and of its socket as is needed here. */
type End = {
  connectToServer(): End;
  onMessage(hear: (message: string | Buffer) => void): void;
  send(message: string | Buffer): void;
};
type Tapped = { routeWebSocket(url: string, tap: (end: End) => void): Promise<void> };

/**
 * For tests: taps a page's line before the stage and answers the requests to the office itself; all else goes through.
 * @param answerWith what each request is answered; undefined: nothing, ever
 */
export async function hearRequests(
  page: Tapped,
  answerWith: (request: HeardRequest) => unknown,
): Promise<HeardRequest[]> {
  const heard: HeardRequest[] = [];
  await page.routeWebSocket('**/socket.io/**', (end) => {
    const stage = end.connectToServer();
    stage.onMessage((message) => end.send(message));
    end.onMessage((message) => {
      // Socket.IO's event that wants an answer: 42, the number of the answer, the name and what goes with it.
      const [, id, json] = /^42(\d+)(\[.*)$/s.exec(String(message)) ?? [];
      const [name, envelope] = json ? JSON.parse(json) : [];
      if (!isRequestName(name)) {
        stage.send(message);
        return;
      }
      const request = { name, input: envelope.input };
      heard.push(request);
      const reply = answerWith(request);
      if (reply !== undefined) end.send(`43${id}${JSON.stringify([reply])}`);
    });
  });
  return heard;
}
