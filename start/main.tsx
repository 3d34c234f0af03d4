import { render } from 'preact';
import { connect } from '#shared/page/connection.ts';
import '#shared/page/tokens.css';
import '#shared/page/dark.css';
import './start.css';
import { createStart } from './create-start.ts';
import { StartPage } from './start-page.tsx';

const start = createStart(connect('view:start', { role: 'start' }));
const root = document.querySelector('#start');
if (root) render(<StartPage start={start} />, root);
