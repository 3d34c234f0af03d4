import { useLayoutEffect } from 'preact/hooks';
import { helpCameButton, type Oversight } from '#manager/oversight.ts';
import type { ManagerView } from '#shared/contract/views.ts';
import { wallClock } from '#shared/domain/business-day.ts';
import { alarm } from '#shared/page/alarm.ts';
import { PressButton } from '#shared/page/press-button.tsx';
import { superviseWords } from './supervise-words.ts';

type Counter = ManagerView['counters'][number];
type Calling = Counter & { helpSince: number };

/** Counters that call for help, who called first first: above every sheet until somebody has come, and without a sound. */
export function HelpCalls({ oversight, view }: { oversight: Oversight; view: ManagerView }) {
  const w = superviseWords();
  const calling = view.counters.filter(isCalling).sort((a, b) => a.helpSince - b.helpSince);
  const text = calling.length === 0 ? null : w.needHelp(calling.map(({ id }) => id));
  useLayoutEffect(() => {
    alarm.value = text;
    return () => {
      alarm.value = null;
    };
  }, [text]);
  return (
    // Always there, so that what comes into it is read aloud at once; no time runs in it, or it would be read out for ever.
    <section class="help-calls" aria-live="assertive" aria-relevant="additions" aria-label={w.helpCalls}>
      {calling.map((counter) => (
        <HelpCall key={counter.id} oversight={oversight} counter={counter} timeZone={view.timeZone} />
      ))}
    </section>
  );
}

function isCalling(counter: Counter): counter is Calling {
  return counter.helpSince !== null;
}

type CallProps = { oversight: Oversight; counter: Calling; timeZone: string };

function HelpCall({ oversight, counter: { id, helpSince }, timeZone }: CallProps) {
  const w = superviseWords();
  return (
    <div class="help-call">
      <p>
        <svg class="shape" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M8 1.8 15 14H1zM8 6.2v3.6M8 12v.01" />
        </svg>
        <b>{w.needsHelp(id)}</b> <span>{w.since(wallClock(helpSince, timeZone).text)}</span>
      </p>
      <PressButton
        presses={oversight}
        name={helpCameButton(id)}
        look="secondary"
        label={w.helpCame}
        spoken={w.helpCameTo(id)}
        press={() => oversight.helpCame(id)}
      />
    </div>
  );
}
