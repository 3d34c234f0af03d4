import { expect, it } from 'vitest';
import { emptyOffice } from '#core/office.ts';
import type { Access, Who } from '#server/access/access.ts';
import { ratingsView } from '#server/ratings/ratings-view.ts';
import { sampleSetup } from '#server/testing/sample-setup.ts';
import { NO_CHOICES } from '#shared/domain/choices.ts';
import { NOBODY_ASKED } from '#shared/domain/rating.ts';
import type { HallServer, HallSocket } from './listen.ts';
import { Publisher } from './publish.ts';

/** As much of Socket.IO as a publisher touches. */
function aCrowd() {
  const sockets = new Map<string, HallSocket>();
  const io = { sockets: { sockets, adapter: { rooms: new Map() } }, to: () => ({ emit: () => true }) };
  const access = { known: () => ({ clerks: [], devices: [], sessions: [] }), hasPassword: () => true };
  const publisher = new Publisher(io as unknown as HallServer, () => ({
    ...{
      office: emptyOffice(),
      setup: sampleSetup(),
      at: 0,
      printer: 'none',
      printerAttention: 'none',
      isJournalIntact: true,
      diskTrouble: null,
    },
    ...{ tappedForFun: [], backup: { lastAt: null, failed: false }, access: access as unknown as Access },
    ...{ voice: () => ({ speaker: null, speaking: null, begun: [] }), seen: () => null },
    ...{ beside: { choices: NO_CHOICES, files: [], recorded: null }, areChoicesDamaged: false },
    ...{ papers: null, addresses: [], fingerprint: null, handleOf: (ticket: string) => ticket },
    rating: {
      offer: () => null,
      view: () => ratingsView({ day: '2026-11-23', today: [], complaints: [] }, sampleSetup(), 0, NOBODY_ASKED),
    },
    machines: () => ({ at: 0, version: '0.1.0', machines: [] }),
  }));
  const come = (id: string, who: Partial<Who>) => {
    const data = { wants: 'counter', counter: null, place: null, session: null, address: '127.0.0.1', ...who };
    const socket = { id, data: { ...data, needs: 'pairing', code: id }, join: () => undefined, emit: () => true };
    sockets.set(id, socket as unknown as HallSocket);
    publisher.join(socket as unknown as HallSocket);
    return () => {
      sockets.delete(id);
      publisher.leave(socket as unknown as HallSocket);
    };
  };
  // What it keeps is nobody's affair, but how much of it is.
  const kept = () => (Reflect.get(publisher, 'sent') as Map<string, string>).size;
  return { publisher, come, kept };
}

it('keeps nothing of pages that have come to the door and gone, and of the others one picture a place', () => {
  const { publisher, come, kept } = aCrowd();
  come('display', { role: 'display' });
  publisher.publish();
  const before = kept();
  expect(before).toBeGreaterThan(0);
  for (let page = 0; page < 500; page += 1) {
    const goAway = come(`page-${page}`, { role: page % 2 === 0 ? 'door' : 'display' });
    publisher.publish();
    goAway();
  }
  publisher.publish();
  expect(kept()).toBe(before);
});
