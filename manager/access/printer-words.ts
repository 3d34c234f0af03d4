import { createWords } from '#shared/page/words/language.ts';

/** What the manager's page says of the printer. */
export const printerWords = createWords({
  vi: {
    nearEnd: 'Vẫn in bình thường. Chuẩn bị sẵn một cuộn giấy mới.',
    none: 'Ki-ốt chỉ hiện số trên màn hình. Muốn in phiếu, ghi địa chỉ máy in vào office.json.',
    test: 'In phiếu thử',
    testing: 'Đang in phiếu thử…',
    tested: {
      printed: 'Phiếu thử đã in.',
      refused: 'Phiếu thử không in được.',
      unknown: 'Chưa rõ phiếu thử đã in hay chưa. Hãy xem ở máy in.',
    },
    preview: 'Xem trước phiếu',
    previewing: 'Đang vẽ phiếu…',
    picture: 'Phiếu thử, đúng từng điểm như khi in',
    find: 'Tìm máy in trong mạng',
    finding: 'Đang tìm…',
    found: 'Tìm thấy (tên hoặc địa chỉ ghi vào office.json):',
    nothingFound: 'Không tìm thấy máy in nào trên máy chủ và trong mạng này.',
  },
  en: {
    nearEnd: 'Prints as usual. Have a new roll of paper ready.',
    none: 'The kiosk shows the number on the screen alone. For slips, name the printer in office.json.',
    test: 'Print a test slip',
    testing: 'Printing a test slip…',
    tested: {
      printed: 'The test slip was printed.',
      refused: 'The test slip was not printed.',
      unknown: 'Nobody confirmed the test slip. Please look at the printer.',
    },
    preview: 'Preview of a slip',
    previewing: 'Drawing the slip…',
    picture: 'The test slip, dot for dot as it is printed',
    find: 'Look for printers in the network',
    finding: 'Looking…',
    found: 'Found (name or address for office.json):',
    nothingFound: 'No printer was found on the server or in this network.',
  },
});
