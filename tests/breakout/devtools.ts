/** A target as a browser with an open debugging port lists it. */
export type Target = { id: string; type: string; url: string; webSocketDebuggerUrl: string };

/** What a browser shows now. Told by the browser itself; nothing is attached to it that could change what it does. */
export async function targetsOf(debugAt: string): Promise<Target[]> {
  try {
    const answer = await fetch(`${debugAt}/json/list`, { signal: AbortSignal.timeout(2_000) });
    return (await answer.json()) as Target[];
  } catch {
    // The browser has gone: it shows nothing.
    return [];
  }
}

/** A line to one target. */
export type Line = { send(method: string, params?: object): Promise<Record<string, unknown>>; close(): void };

export async function lineTo({ webSocketDebuggerUrl }: Target): Promise<Line> {
  const socket = new WebSocket(webSocketDebuggerUrl);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', () => reject(new Error('The page has gone.')), { once: true });
  });
  const waiting = new Map<number, (answer: Record<string, unknown>) => void>();
  let asked = 0;
  socket.addEventListener('message', ({ data }) => {
    const { id, result, error } = JSON.parse(String(data));
    waiting.get(id)?.(result ?? { error });
    waiting.delete(id);
  });
  socket.addEventListener('close', () => {
    for (const answer of waiting.values()) answer({ error: 'closed' });
  });
  return {
    send: (method, params = {}) =>
      new Promise((resolve) => {
        asked += 1;
        waiting.set(asked, resolve);
        if (socket.readyState !== WebSocket.OPEN) return resolve({ error: 'closed' });
        socket.send(JSON.stringify({ id: asked, method, params }));
      }),
    close: () => socket.close(),
  };
}

/** The value of an expression in a page; null when nobody answers. */
export async function answerOf(line: Line, expression: string): Promise<unknown> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), 3_000).unref());
  const answer = await Promise.race([
    line.send('Runtime.evaluate', { expression, returnByValue: true, userGesture: true }),
    late,
  ]);
  return (answer as { result?: { value?: unknown } } | null)?.result?.value ?? null;
}
