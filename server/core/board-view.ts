import type { BoardPiece, InformationFile } from '#shared/contract/choices-views.ts';
import type { ZoneVoice } from '#shared/contract/display-views.ts';
import type { BoardCall, BoardView } from '#shared/contract/views.ts';
import { type Choices, type InformationPiece, NO_CHOICES } from '#shared/domain/choices.ts';
import type { Setup } from '#shared/domain/setup.ts';
import { isInZone, type Zone } from '#shared/domain/zones.ts';
import { BOARD_CALLS, lineOf, type Office } from './office.ts';

/** What the board shows beside the queue. */
export type Beside = { choices: Choices; files: readonly InformationFile[]; recorded: string | null };

const NOTHING_BESIDE: Beside = { choices: NO_CHOICES, files: [], recorded: null };

/** Where a display stands, null for one of the whole hall, and who speaks there. */
export type Spot = { zone: Zone | null; voice: ZoneVoice };

const WHOLE_HALL: Spot = { zone: null, voice: { speaker: null, speaking: null, begun: [] } };

/** What everyone in the lobby sees, or in his part of it. Priority never shows. [B15] [B16] */
export function boardView(
  office: Office,
  setup: Setup,
  at: number,
  beside = NOTHING_BESIDE,
  { zone, voice }: Spot = WHOLE_HALL,
): BoardView {
  return {
    at,
    office: setup.office.name,
    timeZone: setup.office.timeZone,
    zone: zone?.name ?? null,
    voice,
    calls: office.board
      .filter(({ counter }) => isInZone(zone, counter))
      .slice(0, BOARD_CALLS)
      .map((call) => withSpeech(call, office, setup)),
    waiting: servicesIn(zone, setup).map(({ id, prefix, short }) => ({
      service: id,
      prefix,
      short,
      waiting: lineOf(office, id).length,
    })),
    infoLine: beside.choices.information.line || setup.wording.infoLine,
    announcement: setup.wording.announcement,
    announcementEnglish: setup.wording.announcementEnglish,
    sound: beside.choices.voice,
    recorded: beside.recorded,
    information: information(beside),
    screen: screenOf(setup, zone),
  };
}

/** What only the voice needs to know: added where it will be spoken, while the ticket is here. */
function withSpeech(call: BoardCall, { tickets }: Office, { wording }: Setup): BoardCall {
  const ticket = tickets.get(call.ticket);
  if (!ticket) return call;
  const isServiceSpoken = `${wording.announcement} ${wording.announcementEnglish}`.includes('{service}');
  return {
    ...call,
    ...(isServiceSpoken ? { service: ticket.errand.service } : {}),
    ...(ticket.language ? { language: ticket.language } : {}),
  };
}

/** What is not there, or not what its name says, is left out. */
function information({ choices, files }: Beside): BoardPiece[] {
  const { isShown, pieces } = choices.information;
  return isShown ? pieces.flatMap((piece) => boardPiece(piece, files)) : [];
}

function boardPiece(piece: InformationPiece, files: readonly InformationFile[]): BoardPiece[] {
  if (piece.kind === 'notice') return [piece];
  const file = files.find(({ name }) => name === piece.file);
  return file?.kind ? [{ kind: file.kind, address: file.address, seconds: piece.seconds }] : [];
}

/** The lines whose visitors are called here. */
function servicesIn(zone: Zone | null, { services, counters }: Setup): Setup['services'] {
  const called = new Set(counters.flatMap(({ id, own }) => (isInZone(zone, id) ? own : [])));
  return services.filter(({ id }) => called.has(id));
}

function screenOf({ screens = [] }: Setup, here: Zone | null): BoardView['screen'] {
  const screen = screens.find(({ zone }) => zone === here?.id) ?? screens.find(({ zone }) => zone === undefined);
  return screen ? { inches: screen.inches, seatMetres: screen.seatMetres } : null;
}
