import type { Choosing } from '#manager/choosing.ts';
import type { Oversight } from '#manager/oversight.ts';
import { Sheet } from '#manager/sheet.tsx';
import { Notice } from '#shared/page/notice.tsx';
import { InformationCard } from './information-card.tsx';
import { RecorderCard } from './recorder-card.tsx';
import type { Recording } from './recording.ts';
import { VoiceCard } from './voice-card.tsx';
import { voiceWords } from './voice-words.ts';

type Props = { oversight: Oversight; choosing: Choosing; recording: Recording };

/** What the hall sees and hears beside the queue. */
export function DisplaysPage({ oversight, choosing, recording }: Props) {
  const w = voiceWords();
  const hall = oversight.view.value;
  const view = choosing.view.value;
  return (
    <Sheet title={w.title} oversight={oversight} above={<Notice notice={choosing.notice} />}>
      {hall && view && (
        <>
          <VoiceCard choosing={choosing} view={view} hall={hall} recorded={recording.clips.value} />
          <RecorderCard recording={recording} view={view} hall={hall} />
          <InformationCard choosing={choosing} view={view} />
        </>
      )}
    </Sheet>
  );
}
