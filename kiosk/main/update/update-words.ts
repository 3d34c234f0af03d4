import type { Found } from './update-news.ts';

const SENTENCES: Record<Found, readonly [vi: string, en: string]> = {
  'as-usual': ['khởi động bình thường', 'started as usual'],
  'on-trial': ['đang thử bản mới', 'the new version is on trial'],
  'given-back': ['bản mới không ổn, đã trở về bản cũ', 'the new version did not do well, the old one is back'],
  'giving-back': ['bản mới không ổn, đang trở về bản cũ', 'the new version does not do well, going back'],
  well: ['bản mới chạy ổn, được giữ lại', 'the new version does well and stays'],
  late: ['bản mới không ổn sau 10 phút, trở về bản cũ', 'the new version is not well after 10 minutes, going back'],
  'nothing-looked-for': ['không tìm', 'nobody looks'],
  'not-reachable': ['không mở được nơi chứa bản mới', 'the source cannot be reached'],
  waits: ['bản mới đã sẵn sàng, chờ lúc vắng', 'a new version is ready and waits for a quiet hour'],
  switching: ['đang chuyển sang bản mới', 'switching to the new version'],
  'not-readable': ['tệp mô tả không đọc được', 'the manifest cannot be read'],
  'wrong-signature': ['chữ ký không đúng, từ chối', 'the signature is not right, refused'],
  'other-product': ['của phần mềm khác, từ chối', 'of another product, refused'],
  'not-yet': ['ghi ngày ở tương lai, từ chối', 'dated in the future, refused'],
  expired: ['đã hết hạn, từ chối', 'expired, refused'],
  replayed: ['bản cũ đưa lại, từ chối', 'an old one offered again, refused'],
  'not-newer': ['không mới hơn bản đang chạy', 'not newer than what runs here'],
  'other-platform': ['không có bộ cài cho máy này', 'no installer for this machine'],
  'bad-file-name': ['tên tệp không được phép, từ chối', 'a file name that is not allowed, refused'],
  'too-large': ['tệp quá lớn, từ chối', 'a file too large, refused'],
  'failed-before': ['bản này đã hỏng hai lần ở máy này', 'this version has failed here twice'],
  'not-our-turn': ['chưa đến lượt máy này', 'not the turn of this machine yet'],
  'wrong-size': ['tệp sai độ dài, từ chối', 'a file of another length, refused'],
  'wrong-contents': ['tệp sai nội dung, từ chối', 'a file with other contents, refused'],
  'needs-administrator': [
    'bản mới nằm trong thư mục updates, quản trị viên phải cài',
    'the new version lies in the folder "updates"; an administrator has to install it',
  ],
  'no-way-back': [
    'không có bộ cài của bản đang chạy để quay lại',
    'no installer of the present version for the way back',
  ],
  'folder-is-read-only': [
    'không ghi được vào thư mục của chương trình',
    'the folder of the program cannot be written to',
  ],
  'does-not-start': ['bản mới không chạy được trên máy này', 'the new version does not start on this machine'],
};

/** A line for the log. */
export function updateSentence(said: Found): string {
  const [vi, en] = SENTENCES[said];
  return `Cập nhật: ${vi}. / Update: ${en}.`;
}
