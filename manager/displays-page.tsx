import { useEffect } from 'preact/hooks';
import { ConnectionBanner } from '#shared/page/connection-banner.tsx';
import { LanguageSwitch } from '#shared/page/language-switch.tsx';
import { Notice } from '#shared/page/notice.tsx';
import { pageWords } from '#shared/page/words/page-words.ts';
import type { Choosing } from './choosing.ts';
import { InformationCard } from './information-card.tsx';
import type { Oversight } from './oversight.ts';
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
  useEffect(() => {
    document.title = w.title;
  }, [w.title]);
  if (!hall || !view) return <p class="connecting">{pageWords().connecting}</p>;
  const isLive = choosing.online.value === 'online';
  return (
    <>
      <ConnectionBanner online={choosing.online} heardAt={oversight.heardAt} timeZone={hall.timeZone} />
      <div class={isLive ? 'hall' : 'hall is-old'}>
        <header class="access-header">
          <h1>{w.title}</h1>
          <div class="day-buttons">
            <LanguageSwitch />
          </div>
        </header>
        <main class="access">
          <VoiceCard choosing={choosing} view={view} hall={hall} recorded={recording.clips.value} />
          <RecorderCard recording={recording} view={view} hall={hall} />
          <InformationCard choosing={choosing} view={view} />
        </main>
      </div>
      <Notice notice={choosing.notice} />
    </>
  );
}
