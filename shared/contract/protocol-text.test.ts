import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { protocolText } from './protocol-text.ts';

it('docs/protocol.md says what the contract says (if not: npm run protocol)', () => {
  const written = readFileSync(resolve(import.meta.dirname, '../../docs/protocol.md'), 'utf8');
  expect(written).toBe(protocolText());
});
