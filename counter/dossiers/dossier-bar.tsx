import { actionWords } from '#counter/actions/action-words.ts';
import type { Desk } from '#counter/desk/desk.ts';
import { DOSSIER_ACTIONS, type DossierAction } from '#counter/desk/desk-action.ts';
import { KeyCap, shortcutOf } from '#counter/keys/key-cap.tsx';
import type { CounterView } from '#shared/contract/views.ts';
import type { Dossiers } from '#shared/domain/dossiers.ts';
import { dossierWords } from './dossier-words.ts';

type Props = { desk: Desk; view: CounterView };

/**
 * What came of the visit, before the press that finishes it: how many dossiers by the digits, how they are handed over and how they came
 * in by a key each. It keeps its place when nobody is here.
 */
export function DossierBar({ desk, view }: Props) {
  const w = dossierWords();
  const { count } = desk.dossiers.dossiers.value;
  const isOff = view.current === null || desk.online.value !== 'online';
  return (
    <section class="dossiers" data-usual={desk.dossiers.isUsual.value} aria-label={w.dossiers}>
      <button
        type="button"
        class="dossier-step"
        aria-label={w.less}
        disabled={isOff || count === 0}
        onClick={() => desk.dossiers.step(-1)}
      >
        −
      </button>
      <output class="dossier-count">
        <b>{view.current ? w.count(count) : '–'}</b> <span class="hint">{w.typeAdvice}</span>
      </output>
      <button
        type="button"
        class="dossier-step"
        aria-label={w.more}
        disabled={isOff}
        onClick={() => desk.dossiers.step(1)}
      >
        +
      </button>
      {DOSSIER_ACTIONS.map((action) => (
        <Way key={action} desk={desk} action={action} isOff={isOff} />
      ))}
    </section>
  );
}

function Way({ desk, action, isOff }: { desk: Desk; action: DossierAction; isOff: boolean }) {
  const isChosen = !isOff && isWay(action, desk.dossiers.dossiers.value);
  return (
    <button
      type="button"
      class="dossier-way"
      data-action={action}
      aria-pressed={isChosen}
      aria-keyshortcuts={shortcutOf(desk, action)}
      disabled={isOff}
      onClick={() => desk.act(action)}
    >
      <KeyCap desk={desk} action={action} /> <span>{actionWords()[action]}</span>
    </button>
  );
}

function isWay(action: DossierAction, { handedOver, channel }: Dossiers): boolean {
  return action === 'dossiers:online' ? channel === 'online' : action === `dossiers:${handedOver}`;
}

/** `12 hồ sơ · bưu điện · trực tuyến`: what is not the usual; empty when all is. */
export function dossierText({ dossiers, isUsual }: Desk['dossiers']): string {
  if (isUsual.value) return '';
  const { count, handedOver, channel } = dossiers.value;
  const w = dossierWords();
  const ways = [handedOver !== 'appointment' && w.handedOver[handedOver], channel === 'online' && w.channel.online];
  return [w.count(count), ...ways].filter(Boolean).join(' · ');
}
