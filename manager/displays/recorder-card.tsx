import { useState } from 'preact/hooks';
import { type ClipToRecord, clipsToRecord } from '#display/voice/clips-to-record.ts';
import type { ChoicesView } from '#shared/contract/choices-views.ts';
import type { ManagerView } from '#shared/contract/views.ts';
import type { RecordedClip } from '#shared/domain/recording.ts';
import { whyNoMicrophone } from './microphone.ts';
import { RecorderDesk } from './recorder-desk.tsx';
import { RecorderPack } from './recorder-pack.tsx';
import { recorderWords } from './recorder-words.ts';
import type { Recording } from './recording.ts';

type Props = { recording: Recording; view: ChoicesView; hall: ManagerView };

/** The office's own voice: what there is to record, what is missing, and the recorder for one clip at a time. */
export function RecorderCard({ recording, view, hall }: Props) {
  const w = recorderWords();
  const [chosenId, choose] = useState<string | null>(null);
  const region = view.choices.voice.pack === 'vi-north' ? 'north' : 'south';
  const groups = clipsToRecord({ announcement: view.wording.announcement, services: hall.services }, region);
  const all = groups.flatMap(({ clips }) => clips);
  const kept = recording.clips.value;
  const missing = all.filter((clip) => !keptOf(clip, kept));
  const chosen = all.find(({ id }) => id === chosenId) ?? null;
  const take = (clip: ClipToRecord) => {
    if (clip.id !== chosenId) recording.forget();
    choose(clip.id);
  };
  const next = missing[(missing.findIndex(({ id }) => id === chosenId) + 1) % Math.max(1, missing.length)];
  const why = whyNoMicrophone();
  return (
    <section class="card recorder" aria-labelledby="recorder-heading">
      <h2 id="recorder-heading">{w.heading}</h2>
      <p class="soft">{w.about}</p>
      <p>
        <strong>{w.count(all.length - missing.length, all.length)}</strong> {w.missing(missing.length)}
      </p>
      {why && <p class="is-missing">{w.troubles[why]}</p>}
      <div class="recorder-columns">
        <div>
          {groups.map(({ group, clips }) => (
            <Group
              key={group}
              {...{ heading: w.groups[group], clips, kept, chosenId, take }}
              isOpen={group === 'wording'}
            />
          ))}
        </div>
        {chosen ? (
          <RecorderDesk
            key={chosen.id}
            {...{ recording, clip: chosen, kept: keptOf(chosen, kept), pack: view.choices.voice.pack }}
            next={next && next.id !== chosen.id ? () => take(next) : null}
          />
        ) : (
          <p class="recorder-desk soft">
            {w.choose} {w.advice}
          </p>
        )}
      </div>
      <RecorderPack recording={recording} isEmpty={kept.length === 0} />
    </section>
  );
}

/** By its words: another service may have the same name, another wording the same sentence. */
function keptOf({ says }: ClipToRecord, kept: readonly RecordedClip[]): RecordedClip | undefined {
  return kept.find((one) => one.says.toLowerCase() === says.toLowerCase());
}

type GroupProps = {
  heading: string;
  clips: readonly ClipToRecord[];
  kept: readonly RecordedClip[];
  chosenId: string | null;
  isOpen: boolean;
  take: (clip: ClipToRecord) => void;
};

function Group({ heading, clips, kept, chosenId, isOpen, take }: GroupProps) {
  const w = recorderWords();
  const done = clips.filter((clip) => keptOf(clip, kept)).length;
  return (
    <details class="recorder-group" open={isOpen}>
      <summary>
        {heading} <span class="soft">{`${done}/${clips.length}`}</span>
      </summary>
      <ul>
        {clips.map((clip) => (
          <li key={clip.id}>
            <button type="button" class="small" aria-pressed={clip.id === chosenId} onClick={() => take(clip)}>
              {`${clip.says} `}
              {keptOf(clip, kept) && <span class="recorder-done">{`✓ ${w.isRecorded}`}</span>}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
