import { calmPage } from './calm-page.ts';

/** Stands while the server waits for a person. The visitor reads that he is to ask; the server's own sentence is for whoever mends it. */
export function troublePage(sentence: string): string {
  return calmPage({
    says: { vi: 'Máy lấy số tạm nghỉ', en: 'Out of service for now' },
    advice: {
      vi: 'Xin hỏi quầy hướng dẫn. Cán bộ sẽ phát số giúp bạn.',
      en: 'Please ask at the help desk. The staff will give you a number.',
    },
    note: sentence,
  });
}
