import { render } from 'preact';
import '#shared/page/tokens.css';
import '#shared/page/staff.css';
import '#shared/page/door/sign-in.css';
import './setup.css';
import './setup-hall.css';
import { createSetup } from './create-setup.ts';
import { SetupPage } from './setup-page.tsx';

const root = document.querySelector('#setup');
if (root && window.luotSetup) render(<SetupPage setup={createSetup(window.luotSetup)} />, root);
for (const name of ['contextmenu', 'dragstart'] as const) {
  document.addEventListener(name, (event) => event.preventDefault());
}
