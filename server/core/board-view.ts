import type { BoardView } from '#shared/contract/views.ts';
import type { Setup } from '#shared/domain/setup.ts';
import { BOARD_CALLS, lineOf, type Office } from './office.ts';

/** What everyone in the lobby sees. Priority never shows. [B15] */
export function boardView(office: Office, setup: Setup, at: number): BoardView {
  return {
    at,
    office: setup.office.name,
    timeZone: setup.office.timeZone,
    calls: office.board.slice(0, BOARD_CALLS),
    waiting: setup.services.map(({ id, prefix, short }) => ({
      service: id,
      prefix,
      short,
      waiting: lineOf(office, id).length,
    })),
    infoLine: setup.wording.infoLine,
    announcement: setup.wording.announcement,
  };
}
