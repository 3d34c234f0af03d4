import type { CallSeen } from '#shared/contract/display-views.ts';
import { words } from './words.ts';

/** What the hall has seen and heard of the call: two small marks among the facts. */
export function CallMarks({ seen }: { seen: CallSeen | null }) {
  const { shownMark, spokenMark } = words();
  return (
    <>
      {seen?.shown && <li class="call-mark">{shownMark}</li>}
      {seen?.spoken && <li class="call-mark">{spokenMark}</li>}
    </>
  );
}

/** Nobody in the hall can know of this call: the clerk has to call it himself. */
export function CallTrouble({ seen }: { seen: CallSeen | null }) {
  if (!seen?.trouble) return null;
  return (
    <p class="call-trouble" role="status">
      {words().callTrouble[seen.trouble]}
    </p>
  );
}
