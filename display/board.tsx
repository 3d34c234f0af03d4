import { useEffect } from 'preact/hooks';
import type { BoardView } from '#shared/contract/views.ts';
import { now } from '#shared/page/clock.ts';
import { BigZone } from './big-zone.tsx';
import { BoardHeader } from './board-header.tsx';
import { placeAt } from './burn-in.ts';
import { CallRows } from './call-rows.tsx';
import type { Display } from './create-display.ts';
import { DiagnosisOverlay } from './diagnosis-overlay.tsx';
import { displayWords } from './display-words.ts';
import { Information, unbroken } from './information.tsx';
import { mayInform, pieceAt } from './informing.ts';
import { InfoLine, SoundBar, StaleBanner } from './notices.tsx';
import { type Sizing, useSizing } from './sizing.ts';
import { WaitingStrip } from './waiting-strip.tsx';
import { Welcome } from './welcome.tsx';

type Props = { display: Display; sizing: Sizing };

/** The whole lobby display. */
export function Board({ display, sizing }: Props) {
  const view = display.view.value;
  const freshness = display.freshness.value;
  const { pageTitle } = displayWords();
  useEffect(() => {
    document.title = pageTitle;
  }, [pageTitle]);
  const isOld = freshness === 'stale' || freshness === 'old-page';
  if (!view) return isOld ? <StaleBanner display={display} isAlone /> : <Connecting />;
  return (
    <>
      <Picture {...{ display, sizing, view, isOld }} />
      <DiagnosisOverlay {...{ display, sizing }} />
    </>
  );
}

function Picture({ display, sizing, view, isOld }: Props & { view: BoardView; isOld: boolean }) {
  const hasCalls = view.calls.length > 0;
  const board = useSizing(sizing, sizing.screenOf(view), [hasCalls, isOld, view.waiting.length]);
  const { share, upright, stripGives } = sizing.plan.value;
  const [x, y] = placeAt(now.value);
  return (
    <div
      ref={board}
      class={['board', isOld && 'is-old', stripGives && 'strip-gives'].filter(Boolean).join(' ')}
      style={{ '--share': share, '--upright': upright, transform: `translate(${x}px, ${y}px)` }}
    >
      <Middle {...{ display, sizing, view, isOld }} />
      {/* How many wait is the first thing to become untrue, so the banner takes its place and nothing else moves. */}
      {isOld ? <StaleBanner display={display} /> : <WaitingStrip waiting={view.waiting} />}
      {display.sound.value === 'blocked' ? <SoundBar /> : <InfoLine text={view.infoLine} />}
    </div>
  );
}

/** Who is called; where nobody is, what the office wants to say. */
function Middle({ display, sizing, view, isOld }: Props & { view: BoardView; isOld: boolean }) {
  const calls = display.calls.value;
  // Beside a picture that must not be believed nothing else is worth a look.
  const isFree = !isOld && mayInform(calls, now.value);
  const piece = isFree ? pieceAt(unbroken(view.information), now.value) : null;
  const hasCalls = view.calls.length > 0;
  if (!hasCalls && !piece) return <Welcome view={view} freshness={display.freshness.value} />;
  return (
    <>
      <BoardHeader view={view} freshness={display.freshness.value} />
      <main class={hasCalls ? 'calls' : 'calls is-free'}>
        {piece ? <Information piece={piece} /> : <BigZone calls={calls} />}
        {hasCalls && <CallRows view={view} calls={calls} rows={sizing.plan.value.rows} />}
      </main>
    </>
  );
}

function Connecting() {
  return (
    <div class="connecting">
      <p>{displayWords().connecting}</p>
    </div>
  );
}
