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
    waitingMost: (count: number) => `Số người đang chờ, ${count} lĩnh vực đông nhất`,
    information: 'Thông tin',
    takeNumber: 'Mời lấy số tại máy lấy số',
    connecting: 'Đang kết nối với máy chủ…',
    reconnecting: 'đang kết nối lại',
    staleSince: (time: string) => `Mất kết nối từ ${time} – vui lòng hỏi nhân viên`,
    neverConnected: 'Chưa kết nối được – vui lòng hỏi nhân viên',
    oldPage: 'Màn hình cần được tải lại – vui lòng hỏi nhân viên',
    diagnosis: {
      glass: (width: number, height: number, scale: number, inches: number | null) =>
        `Màn hình ${width} × ${height} (${scale}×)${inches === null ? '' : `, ${inches} inch`}`,
      notSized: 'Chưa khai cỡ màn hình và chỗ ngồi xa nhất: hiện sáu dòng',
      sized: (rows: number, metres: string) => `${rows} dòng, đọc được đến ${metres} m`,
      tooFar: (metres: string, seat: number, inches: number) =>
        `Chữ chỉ đọc được đến ${metres} m, chỗ ngồi xa nhất ${seat} m: cần màn hình từ ${inches} inch hoặc đặt gần hơn`,
      sound: {
        starting: 'Âm thanh: đang chuẩn bị',
        ready: 'Âm thanh: sẵn sàng',
        blocked: 'Âm thanh: bị chặn, hãy chạm vào màn hình',
        'no-clips': 'Âm thanh: không có giọng đọc',
      },
      missingClips: (count: number) => `Thiếu ${count} đoạn tiếng`,
      neverHeard: 'Chưa nghe được máy chủ',
      heardAt: (time: string) => `Nghe máy chủ lần cuối lúc ${time}`,
      upFor: (hours: number) => `Trang đã chạy ${hours} giờ`,
    },
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
    waitingMost: (count: number) => `People waiting, the ${count} busiest services`,
    information: 'Information',
    takeNumber: 'Please take a number at the ticket machine',
    connecting: 'Connecting to the server…',
    reconnecting: 'reconnecting',
    staleSince: (time: string) => `No connection since ${time} – please ask the staff`,
    neverConnected: 'No connection yet – please ask the staff',
    oldPage: 'This screen must be reloaded – please ask the staff',
    diagnosis: {
      glass: (width: number, height: number, scale: number, inches: number | null) =>
        `Screen ${width} × ${height} (${scale}×)${inches === null ? '' : `, ${inches} inches`}`,
      notSized: 'Size of the screen and farthest seat are not set: six rows',
      sized: (rows: number, metres: string) => `${rows} rows, readable from ${metres} m`,
      tooFar: (metres: string, seat: number, inches: number) =>
        `Readable from ${metres} m only, the farthest seat is at ${seat} m: a screen of ${inches} inches is needed, or a nearer place`,
      sound: {
        starting: 'Sound: getting ready',
        ready: 'Sound: ready',
        blocked: 'Sound: blocked, please touch the screen',
        'no-clips': 'Sound: no voice',
      },
      missingClips: (count: number) => `${count} clips are missing`,
      neverHeard: 'The server was never heard',
      heardAt: (time: string) => `Server last heard at ${time}`,
      upFor: (hours: number) => `This page has run for ${hours} h`,
    },
    soundOff: 'The sound is off – touch the screen (or press any key) to turn it on',
  },
});
