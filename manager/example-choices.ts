import type { ChoicesView, InformationFile } from '#shared/contract/choices-views.ts';
import { NO_CHOICES } from '#shared/domain/choices.ts';
import { EXAMPLE_AT } from './example-hall.ts';

const NONE: ChoicesView = {
  at: EXAMPLE_AT,
  choices: NO_CHOICES,
  isDamaged: false,
  files: [],
  recorded: null,
  wording: {
    announcement: 'Xin mời công dân có số {number} đến quầy số {counter}',
    announcementEnglish: 'Ticket {number}, please go to counter {counter}',
  },
};

function aFile(
  name: string,
  kind: InformationFile['kind'],
  trouble: InformationFile['trouble'],
  bytes: number,
): InformationFile {
  return { name, kind, trouble, bytes, address: `/information/${encodeURIComponent(name)}` };
}

/** For tests and pictures: what a manager has chosen for the displays. */
export const EXAMPLE_CHOICES = {
  none: NONE,
  voice: {
    ...NONE,
    choices: {
      ...NO_CHOICES,
      voice: {
        pack: 'vi-north',
        readings: 1,
        volume: 80,
        volumes: [{ from: '07:00', until: '08:30', volume: 100 }],
        quiet: [{ from: '11:30', until: '13:00', chime: 'none' }],
      },
    },
    wording: { ...NONE.wording, announcement: 'Trân trọng kính mời {number} đến quầy số {counter}, {service}' },
  },
  information: {
    ...NONE,
    choices: {
      ...NO_CHOICES,
      information: {
        isShown: true,
        pieces: [
          { kind: 'file', file: 'lịch nghỉ lễ 2-9.png', seconds: 12 },
          {
            kind: 'notice',
            title: 'Nghỉ lễ Quốc khánh',
            text: 'Trung tâm nghỉ ngày 2/9. Hồ sơ nộp trước đó trả kết quả ngày 3/9.',
            seconds: 20,
          },
          { kind: 'file', file: 'đã xóa.jpg', seconds: 15 },
        ],
        line: 'Chiều thứ Sáu trung tâm nghỉ từ 15 giờ.',
      },
    },
    files: [
      aFile('giới thiệu.mp4', 'film', null, 41_200_000),
      aFile('hall.png', 'picture', null, 812_000),
      aFile('lịch nghỉ lễ 2-9.png', 'picture', null, 1_240_000),
      aFile('tờ rơi.pdf', null, 'unknown-type', 300_000),
      aFile('ảnh chụp.jpg', null, 'damaged', 5_000),
      aFile('phim dài.webm', null, 'too-large', 900_000_000),
    ],
  },
} as const satisfies Record<string, ChoicesView>;
