import { effect } from '@preact/signals';
import { render } from 'preact';
import { connect } from '#shared/page/connection.ts';
import '#shared/page/tokens.css';
import './phone.css';
import './place.css';
import { createAlarm } from './alarm.ts';
import { createPhone } from './create-phone.ts';
import { chooseLanguage, PhonePage } from './phone-page.tsx';
import { createSound } from './sound.ts';
import { titleOf } from './title.ts';
import { tokenInPath } from './token-in-path.ts';

chooseLanguage(navigator.languages.some((one) => one.startsWith('vi')) ? 'vi' : 'en');

const later = (work: () => void, ms: number) => {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
};
const connection = connect('view:phone', { role: 'phone' });
const follow = (token: string) => connection.send('ticket:follow', { token });
const phone = createPhone({ token: tokenInPath(location.pathname), connection, follow, later });
const sound = createSound();
const alarm = createAlarm({ ring: () => void sound.ring(), later });

effect(() => alarm.heard(phone.place.value));
effect(() => {
  document.title = titleOf(phone.slip.value, phone.place.value);
});
// Whoever touches the phone has noticed it.
addEventListener('pointerdown', alarm.hush);
document.addEventListener('visibilitychange', () => void sound.wake());

const root = document.querySelector('#phone');
if (root) render(<PhonePage phone={phone} sound={sound} />, root);
