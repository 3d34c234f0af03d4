import type { StartView } from '#shared/contract/views.ts';
import { refusalWords } from '#shared/page/words/refusal-words.ts';
import { wallMoment } from '#shared/page/words/wall-moment.ts';
import type { Start } from './create-start.ts';
import { hoursOf } from './hours-of.ts';

/** Whether numbers are given now; outside the hours a way to try the house all the same. */
export function HoursNote({ start }: { start: Start }) {
  const view = start.view.value;
  const online = start.online.value;
  if (online === 'old-page')
    return <Note tone="alarm" vi={refusalWords()['old-page']} en="This page is out of date." />;
  if (online === 'offline') {
    return (
      <Note
        tone="alarm"
        vi="Mất kết nối với máy chủ. Đang tự kết nối lại…"
        en="No connection to the server. Reconnecting by itself…"
      />
    );
  }
  if (!view) return <Note tone="warn" vi="Đang kết nối với máy chủ…" en="Connecting to the server…" />;
  switch (hoursOf(view)) {
    case 'open':
      return <Note tone="good" vi="Đang phát số" en="Numbers are being given out" />;
    case 'extended':
      return (
        <Note tone="good" vi="Đang mở ngoài giờ đến hết hôm nay" en="Open outside the hours until the end of today" />
      );
    case 'closed':
      return (
        <>
          <Note tone="warn" {...closedWords(view)} />
          {view.mayExtend ? <ExtendButton start={start} /> : <ExtendElsewhere />}
        </>
      );
  }
}

function ExtendButton({ start }: { start: Start }) {
  const refusal = start.refusal.value;
  return (
    <>
      <button type="button" class="extend" aria-disabled={start.isAsking.value} onClick={() => start.extendHours()}>
        <span>{start.isAsking.value ? 'Đang mở…' : 'Mở ngoài giờ hôm nay'}</span>
        <small lang="en">Open outside the hours today</small>
      </button>
      {refusal && (
        <p class="refusal" role="alert">
          {refusalWords()[refusal]}
        </p>
      )}
    </>
  );
}

function ExtendElsewhere() {
  return (
    <p class="elsewhere">
      <a href="/manager/">Mở ngoài giờ ở trang Quản lý</a>
      <small lang="en">The manager’s page holds the office open</small>
    </p>
  );
}

function Note({ tone, vi, en }: { tone: 'good' | 'warn' | 'alarm'; vi: string; en: string }) {
  return (
    <p class={`note ${tone}`}>
      {vi}
      <small lang="en">{en}</small>
    </p>
  );
}

function closedWords({ nextFrom, timeZone }: StartView) {
  if (nextFrom === null) {
    return { vi: 'Ngoài giờ làm việc – máy lấy số đang đóng', en: 'Outside office hours: the kiosk is closed' };
  }
  return {
    vi: `Ngoài giờ làm việc – máy lấy số đang đóng đến ${wallMoment(nextFrom, timeZone, 'vi')}`,
    en: `Outside office hours: the kiosk is closed until ${wallMoment(nextFrom, timeZone, 'en')}`,
  };
}
