import type { Start } from './create-start.ts';
import { HoursNote } from './hours-note.tsx';

const ROOMS = [
  { to: '/kiosk/', vi: 'Máy lấy số', viAbout: 'Công dân chọn việc và lấy số thứ tự', en: 'Kiosk: take a number' },
  { to: '/counter/', vi: 'Quầy', viAbout: 'Cán bộ gọi số và phục vụ tại quầy', en: 'Counter: call the next number' },
  {
    to: '/display/',
    vi: 'Màn hình sảnh',
    viAbout: 'Mọi người thấy và nghe số được gọi',
    en: 'Lobby display: who is called where',
  },
  { to: '/manager/', vi: 'Quản lý', viAbout: 'Lãnh đạo theo dõi thời gian chờ', en: 'Manager: the hall at a glance' },
] as const;

/** The door: what this is, whether it is open, and the four rooms. Vietnamese first, English small under it. */
export function StartPage({ start }: { start: Start }) {
  const office = start.view.value?.office;
  return (
    <div class="start">
      <header>
        <p class="brand">Lượt</p>
        <h1>
          Lấy số và gọi số cho bộ phận một cửa
          <small lang="en">The queue of a one-stop public office, from the kiosk to the counter</small>
        </h1>
      </header>
      <main>
        <section class="state" aria-live="polite">
          {office && (
            <p class="office">
              {office.vi}
              <small lang="en">{office.en}</small>
            </p>
          )}
          <HoursNote start={start} />
        </section>
        <nav aria-label="Các màn hình">
          {ROOMS.map((room) => (
            <Room key={room.to} {...room} />
          ))}
        </nav>
        <LatestPaper papers={start.view.value?.papers ?? null} />
      </main>
    </div>
  );
}

/** Only in a demonstration: what the printer that is none printed last. */
function LatestPaper({ papers }: { papers: number | null }) {
  if (papers === null) return null;
  return (
    <section class="latest-paper" aria-labelledby="paper-heading">
      <h2 id="paper-heading">
        Phiếu vừa in
        <small lang="en">The latest slip, from the virtual printer</small>
      </h2>
      {papers === 0 ? (
        <p>
          Chưa có phiếu nào.<small lang="en">No slip yet.</small>
        </p>
      ) : (
        <img src={`/latest-paper.png?${papers}`} alt={`Phiếu số thứ tự, tờ thứ ${papers}`} />
      )}
    </section>
  );
}

function Room({ to, vi, viAbout, en }: (typeof ROOMS)[number]) {
  return (
    <a class="room" href={to}>
      <span class="room-words">
        <strong>{vi}</strong>
        <span>{viAbout}</span>
        <small lang="en">{en}</small>
      </span>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M4 12h15M13 5.5l6.5 6.5-6.5 6.5" />
      </svg>
    </a>
  );
}
