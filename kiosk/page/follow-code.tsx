import { useMemo } from 'preact/hooks';
import { qrPath } from '#shared/page/qr-path.ts';
import { createWords } from '#shared/page/words/language.ts';

const words = createWords({
  vi: {
    scan: 'Quét để theo dõi lượt',
    hint: 'Điện thoại hiện số người chờ trước và quầy được gọi.',
  },
  en: {
    scan: 'Scan to follow your turn',
    hint: 'Your phone shows how many are before you, and your counter when called.',
  },
});

/** The same code as on the slip, for a phone held before the glass. Always black on white: readers fail on the reverse. */
export function FollowCode({ url }: { url: string }) {
  const { size, path } = useMemo(() => qrPath(url), [url]);
  const { scan, hint } = words();
  return (
    <div class="follow">
      <svg class="follow-code" viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges" aria-hidden="true">
        <path d={`M0 0h${size}v${size}H0z`} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <div>
        <p class="follow-scan">{scan}</p>
        <p class="follow-hint">{hint}</p>
      </div>
    </div>
  );
}
