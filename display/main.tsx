import { computed, effect } from '@preact/signals';
import { render } from 'preact';
import type { SignView } from '#shared/contract/display-views.ts';
import { USUAL_VOICE } from '#shared/domain/voice-choice.ts';
import { now, serverNow } from '#shared/page/clock.ts';
import { connect } from '#shared/page/connection.ts';
import { Doorway } from '#shared/page/door/doorway.tsx';
import { reportHealth } from '#shared/page/health/report-health.ts';
import { until } from '#shared/page/health/until.ts';
import { holdKeys } from '#shared/page/hold-keys.ts';
import { tellBeats } from '#shared/page/tell-beats.ts';
import '#shared/page/tokens.css';
import '#shared/page/door/door.css';
import './board.css';
import './calls.css';
import './strip.css';
import './information.css';
import './sign.css';
import './rating/rating.css';
import './daylight.css';
import { createAnnouncer } from './announcer.ts';
import { Board } from './board.tsx';
import { createDisplay } from './create-display.ts';
import { exposeDiagnosis } from './diagnosis.ts';
import { followDiagnosis } from './diagnosis-overlay.tsx';
import { displayPlace } from './display-place.ts';
import { isLongSilent } from './is-long-silent.ts';
import { LOOK_EVERY_MS, loadAnew, mayLoadAnew } from './night-reload.ts';
import { watchPaintedCalls } from './painted-calls.ts';
import { createAsking } from './rating/asking.ts';
import { followKeys } from './rating/follow-keys.ts';
import { Sign } from './sign.tsx';
import { createSizing } from './sizing.ts';
import type { Voice } from './spoken-call.ts';
import { wearTheme } from './theme.ts';
import { fetchClip } from './voice/fetch-clip.ts';
import { addressesOf, followRecordings, readRecordings, withRecordings } from './voice/recorded-voice.ts';
import { chimeAddress, shippedPack } from './voice/shipped-packs.ts';

/** Often enough that a call leaves the big zone on time. */
const TICK_MS = 250;
/** A hall in which one call follows another for longer has no better moment either. */
const LONGEST_SPEECH_MS = 2 * 60_000;
/** Nobody stands at a TV to reload it: a page of another version tries again by itself. */
const RELOAD_OLD_PAGE_MS = 60_000;
/** Any of these lets a browser turn its sound on; a finger that is laid on the glass does so only when it is lifted. */
const TOUCHES = ['pointerdown', 'pointerup', 'click', 'touchend', 'keydown'] as const;

wearTheme(document.documentElement, location.search, matchMedia('(prefers-color-scheme: light)'));

const NO_VOICE: Voice = { name: 'none', tongue: 'vi-south', clips: [], addresses: new Map() };
const usual = shippedPack(USUAL_VOICE.pack) ?? NO_VOICE;
const connection = connect('view:board', { role: 'display', ...displayPlace(location.search) });
const sign = connection.also('view:sign');
const recordings = followRecordings(readRecordings, (clips) => display.announcer.load(addressesOf(clips)));
const asking = createAsking({ sign, send: connection.send, now, moment: () => performance.now() });
followKeys(window, asking);
const display = createDisplay({
  connection,
  announcerWith: (told) =>
    createAnnouncer({
      audio: new AudioContext(),
      clips: new Map([...chimeAddress(), ...usual.addresses]),
      fetchClip,
      ...told,
    }),
  voiceNamed: (name) => withRecordings(shippedPack(name) ?? usual, recordings.clips(), display.announcer.missing()),
  english: shippedPack('en'),
  now: serverNow,
  moment: () => Date.now(),
});
connection.view.subscribe((picture) => picture && recordings.follow(picture.recorded));
exposeDiagnosis(window, display.announcer, display.shownLog);
setInterval(() => display.passTime(), TICK_MS);
// A call that is cut off would not be spoken again.
reportHealth({
  connection: { ...connection, view: computed(() => connection.view.value ?? sign.value) },
  // The small display above a counter is silent: nobody has to touch it.
  sound: () => (sign.value ? null : display.soundHealth()),
  whenFree: () => until(display.isQuiet, LONGEST_SPEECH_MS),
});
for (const touch of TOUCHES) addEventListener(touch, unblockSound);
display.freshness.subscribe((state) => {
  if (state === 'old-page') setTimeout(() => location.reload(), RELOAD_OLD_PAGE_MS);
});

// Another zone or counter since this page was loaded: what it has gathered is of the old place.
effect(() => {
  if (connection.view.value && sign.value) location.reload();
});

followDiagnosis(window);
holdKeys(window);
const sizing = createSizing(location.search);
const root = document.querySelector('#display');
if (root) {
  render(
    <Doorway connection={connection} room="display" tone="dark">
      <Screen />
    </Doorway>,
    root,
  );
  const painted = watchPaintedCalls(root, display.tellShown);
  display.arrival.subscribe(() => painted.tellAgain());
  tellBeats({
    root,
    isOnline: () => connection.online.value === 'online',
    isQuiet: () => (sign.value ? isClosed(sign.value) : isIdle()),
  });
}
// The app around the page sees to that itself.
if (!window.luot?.beat) setInterval(lookAtNight, LOOK_EVERY_MS);

function isIdle(): boolean {
  return display.isQuiet() && isLongSilent(display.view.value, serverNow());
}

function isClosed({ state }: SignView): boolean {
  return state === 'closed';
}

function lookAtNight(): void {
  const view = display.view.value ?? sign.value;
  if (!view) return;
  const at = serverNow();
  const [isQuiet, isLive] = [display.isQuiet(), display.freshness.value === 'live'];
  const calls = display.view.value?.calls ?? [];
  const atNight = { now: at, loadedAt: at - performance.now(), timeZone: view.timeZone, calls, isQuiet, isLive };
  if (mayLoadAnew(atNight)) void loadAnew();
}

/** The server says by its picture what this display is: the board of the hall or of a zone, or the sign above one counter. */
function Screen() {
  if (sign.value) return <Sign view={sign.value} display={display} asking={asking} />;
  return <Board display={display} sizing={sizing} />;
}

function unblockSound(): void {
  if (display.sound.value !== 'blocked') return;
  // A touch that the browser does not count stays without effect; the bar stays, too, and the next touch tries again.
  void display.announcer.unblock().catch(() => undefined);
}
