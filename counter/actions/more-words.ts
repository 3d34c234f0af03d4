import { createWords } from '#shared/page/words/language.ts';

/** What the page says of what is done now and then: picking somebody, auto-call, help, keys, presses from before a reload. */
export const moreWords = createWords({
  vi: {
    moreActions: 'Thao tác khác',
    pickTitle: {
      'ticket:call-this': 'Gọi số khác ngoài thứ tự',
      'ticket:resume': 'Xếp lại hàng số nào?',
      'ticket:return': 'Khách nào quay lại?',
      'ticket:cancel': 'Hủy lượt nào?',
    },
    findNumber: 'Số (gõ vài chữ số)',
    numbers: 'Các số',
    noNumber: 'Không có số nào khớp.',
    pickOne: 'Chọn một số',
    wayBack: 'Quay lại',
    choose: (number: string) => `Chọn ${number}`,
    where: { here: 'đang gọi', waiting: 'đang chờ', parked: 'tạm gác', absent: 'vắng' },
    cancelTitle: (number: string) => `Hủy lượt ${number}?`,
    cancelAdvice: 'Số này sẽ không được gọi nữa. Lý do được ghi vào sổ ngày.',
    cancelReasons: ['Khách đã về', 'Lấy nhầm lĩnh vực', 'Lấy trùng số', 'Thiếu giấy tờ, sẽ quay lại sau'],

    furtherToo: 'Đến vì cả lĩnh vực khác',

    autoCall: { off: 'đang tắt', on: 'đang bật', held: 'tạm giữ sau hoàn tác' },

    holdAdvice: 'giữ phím 1\u00a0giây',
    holding: 'giữ tiếp…',
    helpCalled: (time: string) => `Đã gọi hỗ trợ lúc ${time}`,
    helpAdvice: 'Quản lý và các quầy khác đã thấy. Ngoài sảnh không có gì hiện lên.',
    helpCame: 'Thôi, đã có người đến',
    helpWanted: (counter: number) => `Quầy ${counter} cần hỗ trợ`,
    helpSince: (time: string) => `từ ${time}`,

    keysTitle: 'Phím tắt',
    keysAdvice: 'Chọn một thao tác rồi bấm phím mới. Phím được nhớ trên máy này.',
    pressNew: 'Bấm phím mới…',
    keyTaken: (key: string, action: string) => `Phím ${key} đang dùng cho “${action}”.`,
    keyDigit: 'Phím số dùng để gõ số hồ sơ.',
    keyNotFree: 'Phím này của trình duyệt hoặc của trang. Hãy chọn phím khác.',
    keyGiven: (action: string, key: string) => `“${action}” bây giờ là phím ${key}.`,
    usualKeys: 'Trở về phím ban đầu',
    keysAreUsual: 'Tất cả phím đã như ban đầu.',
    done: 'Xong',

    cameBack: {
      done: (action: string) => `“${action}” bấm trước khi mở lại trang đã được thực hiện.`,
      unsure: (action: string) => `“${action}” bấm trước khi mở lại trang không chắc đã đến. Vui lòng xem lại.`,
    },
  },
  en: {
    moreActions: 'More actions',
    pickTitle: {
      'ticket:call-this': 'Call another number out of order',
      'ticket:resume': 'Who goes back in line?',
      'ticket:return': 'Who came back?',
      'ticket:cancel': 'Which ticket is cancelled?',
    },
    findNumber: 'Number (type a few digits)',
    numbers: 'Numbers',
    noNumber: 'No number matches.',
    pickOne: 'Choose a number',
    wayBack: 'Back',
    choose: (number: string) => `Choose ${number}`,
    where: { here: 'called', waiting: 'waiting', parked: 'parked', absent: 'absent' },
    cancelTitle: (number: string) => `Cancel ${number}?`,
    cancelAdvice: 'This number will not be called any more. The reason is written into the journal.',
    cancelReasons: ['The visitor has left', 'Wrong service taken', 'Number taken twice', 'Papers missing, comes again'],

    furtherToo: 'Came for other services too',

    autoCall: { off: 'off', on: 'on', held: 'held after an undo' },

    holdAdvice: 'hold for 1\u00a0s',
    holding: 'keep holding…',
    helpCalled: (time: string) => `Help called at ${time}`,
    helpAdvice: 'The manager and the other counters have seen it. Nothing shows in the hall.',
    helpCame: 'Never mind, help has come',
    helpWanted: (counter: number) => `Counter ${counter} needs help`,
    helpSince: (time: string) => `since ${time}`,

    keysTitle: 'Keys',
    keysAdvice: 'Choose an action, then press its new key. Keys are remembered on this machine.',
    pressNew: 'Press the new key…',
    keyTaken: (key: string, action: string) => `${key} is the key of “${action}”.`,
    keyDigit: 'Digits say how many dossiers.',
    keyNotFree: 'This key belongs to the browser or to the page. Please choose another one.',
    keyGiven: (action: string, key: string) => `“${action}” has the key ${key} now.`,
    usualKeys: 'Back to the usual keys',
    keysAreUsual: 'All keys are as usual.',
    done: 'Done',

    cameBack: {
      done: (action: string) => `“${action}”, pressed before the page was loaded anew, has been done.`,
      unsure: (action: string) =>
        `“${action}”, pressed before the page was loaded anew, may not have arrived. Please have a look.`,
    },
  },
});
