import { render } from 'preact';
import { serverNow } from '#shared/page/clock.ts';
import { newCommandId } from '#shared/page/command-id.ts';
import { connect } from '#shared/page/connection.ts';
import { Doorway } from '#shared/page/door/doorway.tsx';
import { reportHealth } from '#shared/page/health/report-health.ts';
import { until } from '#shared/page/health/until.ts';
import { holdKeys } from '#shared/page/hold-keys.ts';
import { tellBeats } from '#shared/page/tell-beats.ts';
import '#shared/page/tokens.css';
import '#shared/page/dark.css';
import '#shared/page/door/door.css';
import './kiosk.css';
import './home.css';
import './crowded.css';
import './adding.css';
import './confirm.css';
import './number.css';
import './messages.css';
import { App } from './app.tsx';
import { createKiosk } from './create-kiosk.ts';
import { isLongClosed } from './is-long-closed.ts';
import { TIMEOUTS } from './timeouts.ts';
import { guardTouches, holdStill, letSettle } from './touch-guard.ts';

/** Often enough that a countdown of whole seconds looks even. */
const TICK_MS = 250;
/** With somebody who adds one service after another. */
const LONGEST_VISIT_MS = 5 * 60_000;

const moment = () => performance.now();
const connection = connect('view:kiosk', { role: 'kiosk' });
const kiosk = createKiosk({ connection, newCommandId, moment });

let shownAt = moment();
let last = kiosk.shown.value.at;
kiosk.shown.subscribe(({ at }) => {
  if (at === last) return;
  last = at;
  shownAt = moment();
  letSettle(document.documentElement, TIMEOUTS.touchThrough);
});
guardTouches(document, { shownAt: () => shownAt, moment, settleMs: TIMEOUTS.touchThrough });
holdStill(document);
holdKeys(window);
addEventListener('keydown', (event) => {
  if (event.key === 'Escape') kiosk.tell({ type: 'back' });
});
setInterval(() => kiosk.passTime(), TICK_MS);
// Nobody's number is taken from his eyes: the kiosk goes home by itself before long.
reportHealth({ connection, whenFree: () => until(kiosk.isIdle, LONGEST_VISIT_MS) });

const root = document.querySelector('#kiosk');
if (root) {
  render(
    <Doorway connection={connection} room="kiosk">
      <App kiosk={kiosk} />
    </Doorway>,
    root,
  );
  tellBeats({
    root,
    isOnline: () => connection.online.value === 'online',
    isQuiet: () => kiosk.isIdle() && isLongClosed(kiosk.view.value, serverNow()),
  });
}
