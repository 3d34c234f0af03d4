import { createWords } from '#shared/page/words/language.ts';

/** The words on the lobby display. The calls themselves are spoken by `voice/`. */
export const displayWords = createWords({
  vi: {
    pageTitle: 'Màn hình sảnh · Lượt',
    callingNumber: 'Mời số',
    toCounter: 'đến quầy',
    latestCalls: 'Các số vừa gọi',
    number: 'Số',
    counter: 'Quầy',
    waiting: 'Số người đang chờ',
    takeNumber: 'Mời lấy số tại máy lấy số',
    connecting: 'Đang kết nối với máy chủ…',
    reconnecting: 'đang kết nối lại',
    staleSince: (time: string) => `Mất kết nối từ ${time} – vui lòng hỏi nhân viên`,
    neverConnected: 'Chưa kết nối được – vui lòng hỏi nhân viên',
    oldPage: 'Màn hình cần được tải lại – vui lòng hỏi nhân viên',
    soundOff: 'Âm thanh đang tắt – chạm vào màn hình (hoặc bấm phím bất kỳ) để bật',
  },
  en: {
    pageTitle: 'Hall display · Lượt',
    callingNumber: 'Number',
    toCounter: 'to counter',
    latestCalls: 'Latest calls',
    number: 'Number',
    counter: 'Counter',
    waiting: 'People waiting',
    takeNumber: 'Please take a number at the ticket machine',
    connecting: 'Connecting to the server…',
    reconnecting: 'reconnecting',
    staleSince: (time: string) => `No connection since ${time} – please ask the staff`,
    neverConnected: 'No connection yet – please ask the staff',
    oldPage: 'This screen must be reloaded – please ask the staff',
    soundOff: 'The sound is off – touch the screen (or press any key) to turn it on',
  },
});
