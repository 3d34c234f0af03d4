/** What stands on every slip, whatever the office. Vietnamese alone: paper costs time, and the screens say it in English too. */
export const SLIP_WORDS = {
  copy: 'IN LẠI',
  caption: 'SỐ THỨ TỰ',
  area: 'Khu vực:',
  counters: 'Quầy:',
  ahead: 'Số người chờ trước:',
  code: 'Mã phiếu:',
  session: (name: 'Sáng' | 'Chiều') => `Buổi ${name.toLowerCase()}`,
  follow: 'Quét để theo dõi lượt',
  followHint: 'Điện thoại hiện số người chờ trước và quầy được gọi.',
} as const;
