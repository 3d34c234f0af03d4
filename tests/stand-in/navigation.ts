import type { CDPSession } from 'playwright-core';
import type { StandInContents } from './contents.ts';
import { answerHidden, hiddenScheme } from './schemes.ts';
import { stoppable } from './stoppable.ts';

const ABORTED = -3;
const CODES: Record<string, number> = {
  'net::ERR_ABORTED': ABORTED,
  'net::ERR_CONNECTION_REFUSED': -102,
  'net::ERR_NAME_NOT_RESOLVED': -105,
  'net::ERR_EMPTY_RESPONSE': -324,
};

/** A request that Chromium holds until it is told what to do. */
type Paused = {
  requestId: string;
  request: { url: string; method: string; postData?: string };
  resourceType: string;
  frameId: string;
  /** The request of which this is the redirect. */
  redirectedRequestId?: string;
};

/** Every document is held until the main process has been asked, as Electron does; then it is told what became of it. */
export async function watchNavigation(contents: StandInContents) {
  const { cdp } = contents;
  const status = new Map<string, number>();
  const failures = new Map<string, string>();
  cdp.on('Network.responseReceived', ({ type, loaderId, response }) => {
    if (type === 'Document') status.set(loaderId, response.status);
  });
  cdp.on('Network.loadingFailed', ({ type, requestId, errorText }) => {
    if (type === 'Document') failures.set(requestId, errorText);
  });
  cdp.on('Fetch.requestPaused', (paused) => void decide(contents, cdp, paused).catch(() => {}));
  cdp.on('Page.frameNavigated', ({ frame }) => {
    const isMain = frame.id === contents.frames.mainId;
    if (frame.unreachableUrl) {
      const why = failures.get(frame.loaderId) ?? 'net::ERR_FAILED';
      if (isMain) contents.loading = null;
      contents.emit('did-fail-load', {}, CODES[why] ?? -2, why, hiddenScheme.forMain(frame.unreachableUrl), isMain);
      return;
    }
    const url = hiddenScheme.forMain(frame.url);
    if (isMain) {
      contents.loading = null;
      contents.emit('did-navigate', {}, url, status.get(frame.loaderId) ?? -1, '');
      void contents.session.applyPermissions(contents).catch(() => {});
    }
    contents.emit('did-frame-navigate', {}, url, status.get(frame.loaderId) ?? -1, '', isMain);
  });
  cdp.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
    contents.emit('did-navigate-in-page', {}, hiddenScheme.forMain(url), frameId === contents.frames.mainId);
  });
  cdp.on('Page.domContentEventFired', () => contents.emit('dom-ready', {}));
  cdp.on('Page.loadEventFired', () => {
    // An error page of Chromium's has an end of loading as well; Electron tells of none.
    if (contents.frames.main.url.startsWith('chrome-error:')) return;
    contents.emit('did-finish-load', {});
    contents.emit('did-stop-loading', {});
  });
  const patterns = [
    { urlPattern: '*', resourceType: 'Document' as const, requestStage: 'Request' as const },
    { urlPattern: '*/__stand-in/*', requestStage: 'Request' as const },
    { urlPattern: 'http://*.localhost/*', requestStage: 'Request' as const },
  ];
  await cdp.send('Fetch.enable', { patterns });
}

async function decide(contents: StandInContents, cdp: CDPSession, paused: Paused) {
  const { requestId, request, resourceType } = paused;
  if (request.url.includes(`/__stand-in/${contents.secret}/input`)) return answerInput(contents, cdp, paused);
  if (resourceType === 'Document' && !mayLoad(contents, paused)) {
    return cdp.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
  }
  if (!hiddenScheme.isHidden(request.url)) return cdp.send('Fetch.continueRequest', { requestId });
  const { status, headers, body } = await answerHidden(request.url, request.method);
  const responseHeaders = headers.map(([name, value]) => ({ name, value }));
  await cdp.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: status,
    responseHeaders,
    body: body.toString('base64'),
  });
}

/** Asks the main process as Electron would: not about what it began itself, but about every redirect. */
function mayLoad(contents: StandInContents, { request, frameId, redirectedRequestId }: Paused): boolean {
  const url = hiddenScheme.forMain(request.url);
  const isMain = frameId === contents.frames.mainId;
  const frame = contents.frames.of(frameId);
  const event = stoppable({ url, isMainFrame: isMain, isSameDocument: false, frame });
  if (redirectedRequestId) {
    contents.emit('will-redirect', event, url, false, isMain);
    return !event.defaultPrevented;
  }
  if (isMain && contents.loading !== null && sameAddress(contents.loading, url)) return true;
  contents.emit('will-frame-navigate', event);
  if (isMain && !event.defaultPrevented) contents.emit('will-navigate', event, url);
  return !event.defaultPrevented;
}

function sameAddress(a: string, b: string): boolean {
  return URL.canParse(a) && new URL(a).href === URL.parse(b)?.href;
}

async function answerInput(contents: StandInContents, cdp: CDPSession, { requestId, request }: Paused) {
  const event = stoppable();
  contents.emit('before-input-event', event, JSON.parse(request.postData ?? '{}'));
  await cdp.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: 200,
    responseHeaders: [{ name: 'access-control-allow-origin', value: '*' }],
    body: Buffer.from(event.defaultPrevented ? 'prevented' : '').toString('base64'),
  });
}
