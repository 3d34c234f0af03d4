import type { ComponentChildren } from 'preact';
import { usePageTitle } from '#shared/page/alarm.ts';
import { ConnectionBanner } from '#shared/page/connection-banner.tsx';
import { PageSwitches } from '#shared/page/page-switches.tsx';
import { pageWords } from '#shared/page/words/page-words.ts';
import type { Oversight } from './oversight.ts';

type Props = {
  title: string;
  oversight: Oversight;
  /** Beside the title, before the choice of the language. */
  buttons?: ComponentChildren;
  /** The cards; null while their pictures have not come. */
  children: ComponentChildren;
  /** What lies over the sheet. */
  above: ComponentChildren;
};

/** One sheet of the manager's page beside the live hall: its title, and cards. */
export function Sheet({ title, oversight: { online, heardAt, view }, buttons, children, above }: Props) {
  usePageTitle(title);
  if (!children) return <p class="connecting">{pageWords().connecting}</p>;
  return (
    <>
      <ConnectionBanner online={online} heardAt={heardAt} timeZone={view.value?.timeZone ?? 'UTC'} />
      <div class={online.value === 'online' ? 'hall' : 'hall is-old'}>
        <header class="access-header">
          <h1>{title}</h1>
          <div class="day-buttons">
            {buttons}
            <PageSwitches />
          </div>
        </header>
        <main class="access">{children}</main>
      </div>
      {above}
    </>
  );
}
