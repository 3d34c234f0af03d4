import { alikeLetters } from '#display/voice/alike-letters.ts';
import { unsayable, unsayableServices } from '#display/voice/announcement.ts';
import type { Wording } from '#display/voice/readings.ts';
import { withRecordings } from '#display/voice/recorded-voice.ts';
import { SHIPPED_PACKS, shippedPack } from '#display/voice/shipped-packs.ts';
import type { ManagerView } from '#shared/contract/views.ts';
import type { RecordedClip } from '#shared/domain/recording.ts';
import type { VoiceChoice } from '#shared/domain/voice-choice.ts';
import { voiceWords } from './voice-words.ts';

type Props = {
  voice: VoiceChoice;
  wording: Wording;
  services: ManagerView['services'];
  recorded: readonly RecordedClip[];
};

/** What this voice will leave out of a call, and which letters of the office it cannot tell apart. */
export function VoiceWarnings({ voice, wording, services, recorded }: Props) {
  const w = voiceWords();
  const shipped = shippedPack(voice.pack) ?? shippedPack(SHIPPED_PACKS[0]);
  if (!shipped) return null;
  const pack = withRecordings(shipped, recorded);
  const names = services.map(({ short }) => short);
  const left = unsayable(wording.announcement, pack);
  const unnamed = unsayableServices(names, wording.announcement, pack);
  const prefixes = services.map(({ prefix }) => prefix);
  const { same, near } = alikeLetters(prefixes, pack.tongue);
  const listed = (letters: readonly string[]) =>
    [letters.slice(0, -1).join(', '), ...letters.slice(-1)].filter(Boolean).join(w.and);
  return (
    <div class="voice-warnings">
      <p class="soft">
        {w.wording}: <q>{wording.announcement}</q>
      </p>
      <ul>
        {left.length > 0 && <li class="is-missing">{w.unsayable(left.join(', '))}</li>}
        {unnamed.length > 0 && <li>{w.unsayableServices(unnamed.join(', '))}</li>}
        {same.map((letters) => (
          <li key={letters.join('')} class="is-missing">
            {w.same(listed(letters))}
          </li>
        ))}
        {near.length > 0 && <li>{w.near(near.map(listed).join('; '))}</li>}
      </ul>
    </div>
  );
}
