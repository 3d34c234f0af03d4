/** A text in both languages of the house. */
export type Bilingual = { vi: string; en: string };
