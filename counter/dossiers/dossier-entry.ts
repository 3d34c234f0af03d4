import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { DossierAction } from '#counter/desk/desk-action.ts';
import { type Dossiers, MOST_DOSSIERS, USUAL_DOSSIERS } from '#shared/domain/dossiers.ts';

/** What the clerk says came of the visit, before the press that finishes it. Goes back to the usual after every finish. */
export type DossierEntry = {
  dossiers: ReadonlySignal<Dossiers>;
  isUsual: ReadonlySignal<boolean>;
  /** The digits say how many; those that would make it too many are not taken. */
  type(digit: string): void;
  /** Takes the last digit back. */
  erase(): void;
  /** One more, or one less. */
  step(by: 1 | -1): void;
  choose(action: DossierAction): void;
  clear(): void;
  /** What goes with the press that finishes: nothing, when it is what most visits are. */
  forPress(): { dossiers?: Dossiers };
};

export function createDossierEntry(): DossierEntry {
  const typed = signal('');
  const ways = signal(USUAL_DOSSIERS);
  const dossiers = computed(() => ({
    ...ways.value,
    count: typed.value === '' ? USUAL_DOSSIERS.count : Number(typed.value),
  }));
  const isUsual = computed(() => {
    const { count, handedOver, channel } = dossiers.value;
    const usual = USUAL_DOSSIERS;
    return count === usual.count && handedOver === usual.handedOver && channel === usual.channel;
  });
  return {
    dossiers,
    isUsual,
    type(digit) {
      // A zero before other digits says nothing.
      const next = `${typed.value === '0' ? '' : typed.value}${digit}`;
      if (Number(next) <= MOST_DOSSIERS) typed.value = next;
    },
    erase() {
      typed.value = typed.value.slice(0, -1);
    },
    step(by) {
      typed.value = String(Math.min(MOST_DOSSIERS, Math.max(0, dossiers.value.count + by)));
    },
    choose(action) {
      const { channel } = ways.value;
      switch (action) {
        case 'dossiers:same-day':
        case 'dossiers:appointment':
        case 'dossiers:post':
          ways.value = { ...ways.value, handedOver: HANDED_OVER_BY[action] };
          return;
        case 'dossiers:online':
          ways.value = { ...ways.value, channel: channel === 'online' ? 'direct' : 'online' };
      }
    },
    clear() {
      typed.value = '';
      ways.value = USUAL_DOSSIERS;
    },
    forPress: () => (isUsual.value ? {} : { dossiers: dossiers.value }),
  };
}

const HANDED_OVER_BY = {
  'dossiers:same-day': 'same-day',
  'dossiers:appointment': 'appointment',
  'dossiers:post': 'post',
} as const;
