import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { protocolText } from './protocol-text.ts';

writeFileSync(resolve(import.meta.dirname, '../../docs/protocol.md'), protocolText());
