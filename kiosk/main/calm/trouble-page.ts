import { calmPage } from './calm-page.ts';

/** Stands while the server waits for a person. It stands on kiosk and TV. A visitor reads that he is to ask; the server's own sentence is for whoever mends it. */
export function troublePage(sentence: string): string {
  return calmPage({
    says: { vi: 'Hệ thống tạm nghỉ', en: 'Out of service for now' },
    advice: { vi: 'Xin hỏi nhân viên trong sảnh.', en: 'Please ask the staff in the hall.' },
    note: sentence,
  });
}
