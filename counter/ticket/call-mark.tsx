import { words } from '#counter/words.ts';
import type { CallSeen } from '#shared/contract/display-views.ts';

/** What the hall has seen and heard of the call: two small marks, where nothing has to make room for them. */
export function CallMarks({ seen }: { seen: CallSeen | null }) {
  const { shownMark, spokenMark } = words();
  return (
    <span class="call-marks">
      {seen?.shown && <span class="call-mark">{shownMark}</span>}
      {seen?.spoken && <span class="call-mark">{spokenMark}</span>}
    </span>
  );
}

/** Nobody in the hall can know of this call: the clerk has to call it himself. */
export function CallTrouble({ seen }: { seen: CallSeen | null }) {
  if (!seen?.trouble) return null;
  // Read aloud with the call itself.
  return <p class="call-trouble">{words().callTrouble[seen.trouble]}</p>;
}
