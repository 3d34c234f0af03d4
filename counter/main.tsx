import '#shared/page/tokens.css';
import '#shared/page/staff.css';
import '#shared/page/wait-mark.css';
import '#shared/page/door/door.css';
import '#shared/page/help-desk/help-desk.css';
import './counter.css';
import './state-mark.css';
import './ticket/current-ticket.css';
import './actions/actions.css';
import './lists/lists.css';
import './hall/hall.css';
import './questions/dialogs.css';
import './actions/more-actions.css';
import './keys/keys.css';
import './dossiers/dossiers.css';
import './low-glass.css';
import { render } from 'preact';
import { connect } from '#shared/page/connection.ts';
import { Doorway } from '#shared/page/door/doorway.tsx';
import { reportHealth } from '#shared/page/health/report-health.ts';
import { createKeptPresses } from '#shared/page/kept-presses.ts';
import { clerkHere } from '#shared/page/keys.ts';
import { recallLanguage } from '#shared/page/language-switch.tsx';
import { recallLight } from '#shared/page/light-switch.tsx';
import { tellBeats } from '#shared/page/tell-beats.ts';
import { ChooseCounter } from './choose-counter.tsx';
import { chosenCounter } from './chosen-counter.ts';
import { CounterPage } from './counter-page.tsx';
import { createDesk } from './desk/desk.ts';
import { keepFocus } from './keep-focus.ts';
import { listenToKeys, listenToNextKey } from './keys/keyboard.ts';

const place = document.getElementById('page');
if (!place) throw new Error('index.html has no place for the page');

recallLight();
recallLanguage();
const counter = chosenCounter(location.search);
if (counter === null) {
  const connection = connect('view:counters', { role: 'counter' });
  render(
    <Doorway connection={connection} room="counter">
      <ChooseCounter connection={connection} />
    </Doorway>,
    place,
  );
} else {
  const connection = connect('view:counter', { role: 'counter', counter });
  const desk = createDesk(connection, {
    presses: createKeptPresses({
      place: String(counter),
      storage: localStorage,
      locks: navigator.locks,
      clerk: clerkHere,
      now: Date.now,
    }),
  });
  reportHealth({ connection });
  // When his page is opened anew is for the clerk to say; but an update may come when he has closed his counter and gone.
  const isClosed = () => desk.view.value?.counter.state === 'closed' && desk.question.value === null;
  tellBeats({ root: place, isOnline: () => connection.online.value === 'online', isQuiet: isClosed });
  keepFocus(place, () => place.querySelector<HTMLElement>('.at-counter'));
  listenToKeys(window, desk);
  listenToNextKey(window.luot, desk);
  render(
    <Doorway connection={connection} room="counter">
      <CounterPage desk={desk} id={counter} />
    </Doorway>,
    place,
  );
}
