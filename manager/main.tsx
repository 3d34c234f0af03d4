import '#shared/page/tokens.css';
import '#shared/page/staff.css';
import '#shared/page/wait-mark.css';
import '#shared/page/door/door.css';
import '#shared/page/help-desk/help-desk.css';
import './hall/live-hall.css';
import './cards.css';
import './hall/dossiers.css';
import './hall/services.css';
import './hall/counters.css';
import './supervise/counter-question.css';
import './supervise/help-calls.css';
import './access/access.css';
import './access/printer.css';
import './displays/voice.css';
import './displays/recorder.css';
import './displays/information.css';
import './ratings/ratings.css';
import { render } from 'preact';
import { connect } from '#shared/page/connection.ts';
import { Doorway } from '#shared/page/door/doorway.tsx';
import { createHelpDesk } from '#shared/page/help-desk/help-desk.ts';
import { recallLanguage } from '#shared/page/language-switch.tsx';
import { recallLight } from '#shared/page/light-switch.tsx';
import { createAccess } from './access/access.ts';
import { createPrinting } from './access/printing.ts';
import { createChoosing } from './choosing.ts';
import { createRecording } from './displays/recording.ts';
import { ManagerPage } from './manager-page.tsx';
import { createOversight } from './oversight.ts';
import { followAddress } from './section.ts';

const place = document.getElementById('page');
if (!place) throw new Error('index.html has no place for the page');

recallLight();
recallLanguage();
followAddress();
const connection = connect('view:manager', { role: 'manager' });
const oversight = createOversight(connection);
const helpDesk = createHelpDesk(connection);
const access = createAccess(connection);
const printing = createPrinting(connection);
const choosing = createChoosing(connection);
const recording = createRecording(choosing.view);
const ratings = connection.also('view:ratings');
render(
  <Doorway connection={connection} room="manager">
    <ManagerPage
      oversight={oversight}
      helpDesk={helpDesk}
      access={access}
      printing={printing}
      choosing={choosing}
      recording={recording}
      ratings={ratings}
    />
  </Doorway>,
  place,
);
