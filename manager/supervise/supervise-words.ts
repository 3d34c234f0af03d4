import { createWords } from '#shared/page/words/language.ts';

const list = (numbers: readonly string[]) => numbers.join(', ');

/** What the manager reads and does about one counter, and about calls for help. */
export const superviseWords = createWords({
  vi: {
    open: (id: number) => `Quầy ${id}: xem và điều chỉnh`,
    title: (id: number) => `Quầy ${id}`,
    reassigned: 'Lĩnh vực hôm nay khác cài đặt',
    callsHelp: 'Đang gọi hỗ trợ',

    here: 'Tại quầy',
    own: 'Lĩnh vực chính',
    helps: 'Hỗ trợ thêm',
    bound: 'Chờ riêng quầy này',
    parked: 'Đang tạm gác',
    autoCall: 'Tự gọi',
    auto: { on: 'bật', off: 'tắt', held: 'tạm dừng sau khi hoàn tác' },
    served: 'Đã hoàn tất',
    servedCount: (count: number) => `${count} lượt`,
    none: 'không',
    waiting: (short: string, count: number) => `${short} (${count}\u00a0chờ)`,

    doOpen: 'Mở quầy',
    goOn: 'Mở lại quầy',
    pause: 'Tạm nghỉ',
    close: 'Đóng quầy',
    assign: 'Đổi lĩnh vực hôm nay',
    leave: 'Xong',
    back: 'Quay lại',
    whileServing: (number: string) => `Đang phục vụ ${number}: xong lượt này mới tạm nghỉ hoặc đóng quầy được.`,
    whileCalled: (number: string) => `Đang gọi ${number}: chưa tạm nghỉ được.`,
    dayOver: 'Ngày làm việc đã kết thúc.',

    pauseTitle: 'Tạm nghỉ vì sao?',
    otherReason: 'Lý do khác',
    pauseNoReason: 'Ghi lý do. Lý do được lưu trong sổ ngày.',
    closeTitle: 'Đóng quầy này?',
    closeNobody: 'Không có ai ở quầy hay chờ riêng quầy này.',
    closeCalled: (number: string) => `${number} đang được gọi sẽ trở về hàng chờ, giữ nguyên chỗ.`,
    closeBound: (numbers: readonly string[]) =>
      `Chờ riêng quầy này sẽ về hàng chung, giữ nguyên chỗ: ${list(numbers)}.`,
    closeParked: (numbers: readonly string[]) => `Đang tạm gác, quầy khác gọi lại được: ${list(numbers)}.`,
    closeUndo: 'Cán bộ tại quầy không hoàn tác được lượt vừa bấm.',

    assignAdvice:
      'Chỉ trong hôm nay. Hàng chờ giữ nguyên; quầy chỉ gọi lĩnh vực hỗ trợ khi lĩnh vực chính không còn ai.',
    serves: { own: 'Chính', helps: 'Hỗ trợ', no: 'Không' },
    inLine: (waiting: number, counters: number) => `${waiting} chờ, ${counters} quầy mở`,
    noOwn: 'Chọn ít nhất một lĩnh vực chính.',
    left: (services: string) => `Không còn quầy nào nhận: ${services}. Hãy giao cho quầy khác trước.`,
    save: 'Đổi lĩnh vực',
    usual: 'Trở lại như cài đặt',

    helpCalls: 'Quầy đang gọi hỗ trợ',
    needsHelp: (id: number) => `Quầy ${id} gọi hỗ trợ`,
    needHelp: (ids: readonly number[]) => `Quầy ${ids.join(', ')} gọi hỗ trợ`,
    since: (time: string) => `từ ${time}`,
    helpCame: 'Đã có người đến',
    helpCameTo: (id: number) => `Đã có người đến quầy ${id}`,
  },
  en: {
    open: (id: number) => `Counter ${id}: look and direct`,
    title: (id: number) => `Counter ${id}`,
    reassigned: 'Other services today than set',
    callsHelp: 'Calls for help',

    here: 'At the counter',
    own: 'Own services',
    helps: 'Helps with',
    bound: 'Waiting for it alone',
    parked: 'Set aside there',
    autoCall: 'Calls by itself',
    auto: { on: 'on', off: 'off', held: 'held after an undo' },
    served: 'Served',
    servedCount: (count: number) => `${count}`,
    none: 'none',
    waiting: (short: string, count: number) => `${short} (${count}\u00a0waiting)`,

    doOpen: 'Open the counter',
    goOn: 'Go on',
    pause: 'Pause',
    close: 'Close',
    assign: 'Change its services today',
    leave: 'Done',
    back: 'Back',
    whileServing: (number: string) => `${number} is being served: pause or close it after that.`,
    whileCalled: (number: string) => `${number} is being called: it cannot pause now.`,
    dayOver: 'The day is closed.',

    pauseTitle: 'Why does it pause?',
    otherReason: 'Another reason',
    pauseNoReason: 'Give a reason. It is kept in the journal.',
    closeTitle: 'Close this counter?',
    closeNobody: 'Nobody is there, and nobody waits for it alone.',
    closeCalled: (number: string) => `${number}, who is being called, goes back to the line at the old place.`,
    closeBound: (numbers: readonly string[]) =>
      `Who waits for it alone goes to the common line at the old place: ${list(numbers)}.`,
    closeParked: (numbers: readonly string[]) => `Set aside, other counters can call them again: ${list(numbers)}.`,
    closeUndo: 'Its clerk can then not take back the last press.',

    assignAdvice:
      'For today only. Lines stay as they are; a counter helps only while nobody waits for its own services.',
    serves: { own: 'Own', helps: 'Helps', no: 'No' },
    inLine: (waiting: number, counters: number) => `${waiting} waiting, ${counters} open`,
    noOwn: 'Choose at least one service of its own.',
    left: (services: string) => `No counter would be left for: ${services}. Give it to another one first.`,
    save: 'Change services',
    usual: 'As in the settings again',

    helpCalls: 'Counters that call for help',
    needsHelp: (id: number) => `Counter ${id} calls for help`,
    needHelp: (ids: readonly number[]) =>
      ids.length === 1 ? `Counter ${ids.join()} calls for help` : `Counters ${ids.join(', ')} call for help`,
    since: (time: string) => `since ${time}`,
    helpCame: 'Somebody has come',
    helpCameTo: (id: number) => `Somebody has come to counter ${id}`,
  },
});
