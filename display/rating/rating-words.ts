import type { Bilingual } from '#shared/contract/bilingual.ts';
import type { Face } from '#shared/domain/rating.ts';

/** Both languages stand there at once: nobody looks for a switch after he was served. */
export const RATING_WORDS = {
  counter: (counter: number): Bilingual => ({ vi: `Quầy ${counter}`, en: `Counter ${counter}` }),
  question: {
    vi: 'Ông/bà có hài lòng với việc phục vụ vừa rồi không?',
    en: 'Were you satisfied with the service just now?',
  },
  faces: {
    1: { vi: 'Rất không hài lòng', en: 'Very dissatisfied' },
    2: { vi: 'Không hài lòng', en: 'Dissatisfied' },
    3: { vi: 'Bình thường', en: 'Neutral' },
    4: { vi: 'Hài lòng', en: 'Satisfied' },
    5: { vi: 'Rất hài lòng', en: 'Very satisfied' },
  } satisfies Record<Face, Bilingual>,
  why: { vi: 'Vì sao ông/bà chưa hài lòng?', en: 'What was not right?' },
  nameless: {
    vi: 'Không ghi tên, không ghi số. Chỉ người quản lý đọc.',
    en: 'No name, no number. Only the manager reads it.',
  },
  send: { vi: 'Gửi', en: 'Send' },
  thanks: { vi: 'Cảm ơn ông/bà đã góp ý', en: 'Thank you for your answer' },
} as const;
