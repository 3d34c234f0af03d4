import '#shared/page/tokens.css';
import '#shared/page/staff.css';
import './live-hall.css';
import './cards.css';
import './services.css';
import './counters.css';
import { render } from 'preact';
import { connect } from '#shared/page/connection.ts';
import { recallLanguage } from '#shared/page/language-switch.tsx';
import { LiveHall } from './live-hall.tsx';
import { createOversight } from './oversight.ts';

const place = document.getElementById('page');
if (!place) throw new Error('index.html has no place for the page');

recallLanguage();
render(<LiveHall oversight={createOversight(connect('view:manager', { role: 'manager' }))} />, place);
