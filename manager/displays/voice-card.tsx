import { useState } from 'preact/hooks';
import { ChoiceButtons } from '#manager/choice-buttons.tsx';
import type { Choosing } from '#manager/choosing.ts';
import type { ChoicesView } from '#shared/contract/choices-views.ts';
import type { ManagerView } from '#shared/contract/views.ts';
import type { RecordedClip } from '#shared/domain/recording.ts';
import type { VoiceChoice } from '#shared/domain/voice-choice.ts';
import { isTime, PackField, ReadingsField, VolumeField } from './voice-fields.tsx';
import { QuietHours, VolumeHours } from './voice-hours.tsx';
import { VoiceTrial } from './voice-trial.tsx';
import { VoiceWarnings } from './voice-warnings.tsx';
import { voiceWords } from './voice-words.ts';

type Props = { choosing: Choosing; view: ChoicesView; hall: ManagerView; recorded: readonly RecordedClip[] };

const isSpan = ({ from, until }: { from: string; until: string }) => isTime(from) && isTime(until) && from !== until;

/** How the hall hears its calls: chosen, tried on this machine, and then kept for every display. */
export function VoiceCard({ choosing, view, hall, recorded }: Props) {
  const w = voiceWords();
  // Null: as it is kept. What another manager keeps meanwhile does not take away what is being chosen here.
  const [draft, setDraft] = useState<VoiceChoice | null>(null);
  const voice = draft ?? view.choices.voice;
  const change = (part: Partial<VoiceChoice>) => setDraft({ ...voice, ...part });
  const isWhole = [...voice.volumes, ...voice.quiet].every(isSpan);
  const save = async () => {
    if (await choosing.choose('voice:choose', voice)) setDraft(null);
  };
  return (
    <section class="card voice" aria-labelledby="voice-heading">
      <h2 id="voice-heading">{w.heading}</h2>
      <div class="voice-fields">
        <PackField voice={voice} change={change} />
        <ReadingsField voice={voice} change={change} />
        <VolumeField label={w.volume} value={voice.volume} change={(volume) => change({ volume })} />
      </div>
      <VolumeHours voice={voice} change={change} />
      <QuietHours voice={voice} change={change} />
      <VoiceWarnings voice={voice} wording={view.wording} services={hall.services} recorded={recorded} />
      <VoiceTrial voice={voice} wording={view.wording} hall={hall} recorded={recorded} />
      <ChoiceButtons
        choosing={choosing}
        name="voice:choose"
        isChanged={draft !== null}
        isWhole={isWhole}
        save={save}
        discard={() => setDraft(null)}
        words={w}
      />
      <p class={isWhole ? 'voice-says' : 'voice-says is-missing'} role="status">
        {!isWhole && w.noTime}
        {isWhole && !draft && choosing.saved.value === 'voice:choose' && w.saved}
      </p>
    </section>
  );
}
