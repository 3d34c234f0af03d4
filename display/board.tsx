import { useEffect } from 'preact/hooks';
import { BigZone } from './big-zone.tsx';
import { BoardHeader } from './board-header.tsx';
import { CallRows } from './call-rows.tsx';
import type { Display } from './create-display.ts';
import { displayWords } from './display-words.ts';
import { InfoLine, SoundBar, StaleBanner } from './notices.tsx';
import { WaitingStrip } from './waiting-strip.tsx';
import { Welcome } from './welcome.tsx';

/** The whole lobby display. */
export function Board({ display }: { display: Display }) {
  const view = display.view.value;
  const freshness = display.freshness.value;
  const { pageTitle } = displayWords();
  useEffect(() => {
    document.title = pageTitle;
  }, [pageTitle]);
  const isOld = freshness === 'stale' || freshness === 'old-page';
  if (!view) return isOld ? <StaleBanner display={display} isAlone /> : <Connecting />;
  return (
    <div class={isOld ? 'board is-old' : 'board'}>
      {view.calls.length === 0 ? (
        <Welcome view={view} freshness={freshness} />
      ) : (
        <>
          <BoardHeader view={view} freshness={freshness} />
          <main class="calls">
            <BigZone calls={display.calls.value} />
            <CallRows view={view} calls={display.calls.value} />
          </main>
        </>
      )}
      {/* How many wait is the first thing to become untrue, so the banner takes its place and nothing else moves. */}
      {isOld ? <StaleBanner display={display} /> : <WaitingStrip waiting={view.waiting} />}
      {display.sound.value === 'blocked' ? <SoundBar /> : <InfoLine text={view.infoLine} />}
    </div>
  );
}

function Connecting() {
  return (
    <div class="connecting">
      <p>{displayWords().connecting}</p>
    </div>
  );
}
