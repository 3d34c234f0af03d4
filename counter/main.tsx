import '#shared/page/tokens.css';
import '#shared/page/staff.css';
import './counter.css';
import './current-ticket.css';
import './actions.css';
import './lists.css';
import './dialogs.css';
import { render } from 'preact';
import { connect } from '#shared/page/connection.ts';
import { recallLanguage } from '#shared/page/language-switch.tsx';
import { ChooseCounter } from './choose-counter.tsx';
import { chosenCounter } from './chosen-counter.ts';
import { CounterPage } from './counter-page.tsx';
import { createDesk } from './desk.ts';
import { listenToKeys } from './keyboard.ts';

const place = document.getElementById('page');
if (!place) throw new Error('index.html has no place for the page');

recallLanguage();
const counter = chosenCounter(location.search);
if (counter === null) {
  render(<ChooseCounter connection={connect('view:counters', { role: 'counter' })} />, place);
} else {
  const desk = createDesk(connect('view:counter', { role: 'counter', counter }));
  listenToKeys(window, desk);
  render(<CounterPage desk={desk} id={counter} />, place);
}
