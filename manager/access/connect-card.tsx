import { useMemo } from 'preact/hooks';
import type { AccessView } from '#shared/contract/access-views.ts';
import { hallKey, hallLink, USUAL_HTTPS_PORT } from '#shared/domain/hall-link.ts';
import { qrPath } from '#shared/page/qr-path.ts';
import { accessWords } from './access-words.ts';

/** What a new PC has to be told: where the server is, and the key that proves that it is this one. */
export function ConnectCard({ view: { addresses, fingerprint } }: { view: AccessView }) {
  const w = accessWords();
  const [first] = addresses;
  if (!fingerprint || first === undefined) return null;
  return (
    <section class="card connect" aria-labelledby="connect-heading">
      <h2 id="connect-heading">{w.connect}</h2>
      <p>{w.connectAdvice}</p>
      <div class="connect-parts">
        <dl>
          <dt>{w.connectAddress}</dt>
          {addresses.map((address) => (
            <dd key={address} class="hall-address">
              {shortAddress(address)}
            </dd>
          ))}
          <dt>{w.connectKey}</dt>
          <dd class="hall-key">{hallKey(fingerprint)}</dd>
        </dl>
        <HallCode link={hallLink(first, fingerprint)} />
      </div>
      <p class="soft">{w.connectKeyAdvice}</p>
    </section>
  );
}

/** Black on white, also on a dark page: readers fail on the reverse. */
function HallCode({ link }: { link: string }) {
  const { size, path } = useMemo(() => qrPath(link), [link]);
  return (
    <svg
      class="hall-code"
      viewBox={`0 0 ${size} ${size}`}
      shape-rendering="crispEdges"
      role="img"
      aria-label={accessWords().connectCode}
    >
      <path d={`M0 0h${size}v${size}H0z`} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

/** Without what every new PC takes for granted. */
function shortAddress(address: string): string {
  const { hostname, host, port } = new URL(address);
  return port === String(USUAL_HTTPS_PORT) ? hostname : host;
}
