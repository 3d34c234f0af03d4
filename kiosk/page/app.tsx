import { useEffect } from 'preact/hooks';
import { AddingScreen } from './adding-screen.tsx';
import { Announcer } from './announcer.tsx';
import { ConfirmScreen } from './confirm-screen.tsx';
import type { Kiosk } from './create-kiosk.ts';
import { Header } from './header.tsx';
import { HomeScreen } from './home-screen.tsx';
import { kioskWords } from './kiosk-words.ts';
import {
  ClosedScreen,
  ConnectingScreen,
  OldPageScreen,
  OutOfServiceScreen,
  RefusedScreen,
  SendingScreen,
} from './message-screens.tsx';
import { NumberScreen } from './number-screen.tsx';

/** The kiosk: who speaks, the present screen, and a voice for those who do not see it. */
export function App({ kiosk }: { kiosk: Kiosk }) {
  const { pageTitle } = kioskWords();
  useEffect(() => {
    document.title = pageTitle;
  }, [pageTitle]);
  return (
    <div class="kiosk">
      <Header view={kiosk.view.value} />
      <PresentScreen kiosk={kiosk} />
      <Announcer kiosk={kiosk} />
    </div>
  );
}

function PresentScreen({ kiosk }: { kiosk: Kiosk }) {
  const screen = kiosk.shown.value;
  const view = kiosk.view.value;
  switch (screen.at) {
    case 'number':
      return <NumberScreen kiosk={kiosk} view={view} screen={screen} />;
    case 'sending':
      return <SendingScreen kiosk={kiosk} />;
    case 'refused':
      return <RefusedScreen kiosk={kiosk} screen={screen} />;
    case 'old-page':
      return <OldPageScreen />;
    case 'out-of-service':
      return <OutOfServiceScreen />;
    case 'closed':
      return <ClosedScreen kiosk={kiosk} view={view} nextFrom={screen.nextFrom} />;
    case 'connecting':
      return <ConnectingScreen />;
    case 'home':
      return view && <HomeScreen kiosk={kiosk} view={view} />;
    case 'confirm':
      return view && <ConfirmScreen kiosk={kiosk} view={view} wish={screen.wish} />;
    case 'adding':
      return view && <AddingScreen kiosk={kiosk} view={view} wish={screen.wish} />;
  }
}
