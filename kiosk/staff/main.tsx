import { render } from 'preact';
import '#shared/page/tokens.css';
import '#shared/page/staff.css';
import '#shared/page/door/sign-in.css';
import './staff.css';
import { StaffPad } from './staff-pad.tsx';

const root = document.querySelector('#staff');
if (root && window.luotStaff) render(<StaffPad staff={window.luotStaff} />, root);
for (const name of ['contextmenu', 'dragstart'] as const) {
  document.addEventListener(name, (event) => event.preventDefault());
}
