import { createWords } from '#shared/page/words/language.ts';

/** What the page says of dossiers. */
export const dossierWords = createWords({
  vi: {
    dossiers: 'Hồ sơ của lượt này',
    count: (count: number) => (count === 0 ? 'chỉ hỏi' : `${count}\u00a0hồ\u00a0sơ`),
    typeAdvice: 'gõ số',
    more: 'Thêm một hồ sơ',
    less: 'Bớt một hồ sơ',
    handedOver: { 'same-day': 'trả ngay', appointment: 'giấy hẹn', post: 'bưu điện' },
    channel: { direct: 'trực tiếp', online: 'trực tuyến' },
  },
  en: {
    dossiers: 'Dossiers of this visit',
    count: (count: number) => (count === 0 ? 'only asked' : count === 1 ? '1\u00a0dossier' : `${count} dossiers`),
    typeAdvice: 'type it',
    more: 'One dossier more',
    less: 'One dossier less',
    handedOver: { 'same-day': 'same day', appointment: 'appointment', post: 'by post' },
    channel: { direct: 'direct', online: 'online' },
  },
});
