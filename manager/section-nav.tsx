import { useEffect, useRef } from 'preact/hooks';
import type { Access } from './access/access.ts';
import { accessWords } from './access/access-words.ts';
import { groupedCode, placeWords } from './access/machine-words.ts';
import { voiceWords } from './displays/voice-words.ts';
import { MachineNotice } from './hall/machine-notice.tsx';
import { ratingsWords } from './ratings/ratings-words.ts';
import { ACCESS_ADDRESS, DISPLAYS_ADDRESS, HELP_DESK_ADDRESS, RATINGS_ADDRESS, section } from './section.ts';
import { words } from './words.ts';

/** Between the sheets; and, while the hall is looked at, a quiet word about a machine that knocks, or is not well. */
export function SectionNav({ access, isDayOpen }: { access: Access; isDayOpen: boolean }) {
  const w = accessWords();
  const knocking = access.view.value?.knocking ?? [];
  const machines = access.machines.value;
  const isHall = section.value === 'hall';
  const [first] = knocking;
  const nav = useRef<HTMLElement>(null);
  // On a phone they are a line that scrolls; on which of them one is must be in sight.
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [section.value]);
  return (
    <>
      <nav class="section-nav" aria-label={w.sections} ref={nav}>
        <a href="#hall" aria-current={isHall ? 'page' : undefined}>
          {words().title}
        </a>
        <a href={HELP_DESK_ADDRESS} aria-current={section.value === 'help-desk' ? 'page' : undefined}>
          {words().helpDesk}
        </a>
        <a href={DISPLAYS_ADDRESS} aria-current={section.value === 'displays' ? 'page' : undefined}>
          {voiceWords().title}
        </a>
        <a href={RATINGS_ADDRESS} aria-current={section.value === 'ratings' ? 'page' : undefined}>
          {ratingsWords().title}
        </a>
        <a href={ACCESS_ADDRESS} aria-current={section.value === 'access' ? 'page' : undefined}>
          {w.title}
        </a>
      </nav>
      <div class="knock-notice" role="status">
        {isHall && first && (
          <p>
            {knocking.length === 1 ? w.oneKnocks : w.manyKnock(knocking.length)}{' '}
            <strong>{`${groupedCode(first.code)} · ${placeWords(first.wants, first.counter)}`}</strong>{' '}
            <a href={ACCESS_ADDRESS}>{w.look}</a>
          </p>
        )}
        {/* After the day machines are switched off. */}
        {isHall && isDayOpen && machines && <MachineNotice view={machines} />}
      </div>
    </>
  );
}
