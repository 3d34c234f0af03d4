import type { PhoneView } from '#shared/contract/phone-views.ts';

/** For tests: the handle and the token of the ticket that the page follows. */
export const OWN = 'own-hand';
export const TOKEN = 'kJ3xW0q_Zt5Yb7-NfRu2Lw';

const SERVICES: [string, string, string][] = [
  ['dat-dai', 'Đất đai', 'Land registration'],
  ['the-chap', 'Đăng ký thế chấp quyền sử dụng đất', 'Mortgage (security interest) registration'],
];

/** For tests: the picture of a hall in which so many people of a service stand before the own ticket. */
export function examplePicture(ahead: number | null, changes: Partial<PhoneView> = {}, service = 'dat-dai'): PhoneView {
  const others = Array.from({ length: ahead ?? 0 }, (_, index) => `other-${String(index).padStart(2, '0')}`);
  return {
    at: Date.UTC(2026, 10, 23, 1, 42),
    office: {
      vi: 'Trung tâm Phục vụ hành chính công phường Tân Châu',
      en: 'Tân Châu one-stop office (reception and return of results)',
    },
    timeZone: 'Asia/Ho_Chi_Minh',
    waiting: SERVICES.map(([id, vi, en]) => ({
      service: id,
      name: { vi, en },
      handles: ahead !== null && id === service ? [...others, OWN, 'last-one'] : ['else-one'],
    })),
    atCounters: [{ handle: 'at-desk1', counter: 1, state: 'serving', callSeq: 40 }],
    aside: [{ handle: 'set-asid', state: 'parked' }],
    ...changes,
  };
}

/** The own ticket called, or being served, at counter 3. */
export function atCounter(state: 'called' | 'serving', callSeq = 50, counter = 3): PhoneView {
  return examplePicture(null, { atCounters: [{ handle: OWN, counter, state, callSeq }] });
}

export function setAside(state: 'parked' | 'absent'): PhoneView {
  return examplePicture(null, { aside: [{ handle: OWN, state }] });
}
