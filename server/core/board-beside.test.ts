import { describe, expect, it } from 'vitest';
import type { InformationFile } from '#shared/contract/choices-views.ts';
import { type Choices, NO_CHOICES } from '#shared/domain/choices.ts';
import { boardView } from './board-view.ts';
import { aDay } from './testing/a-day.ts';

const { office, setup, now } = aDay().opened(1);

const file = (name: string, kind: InformationFile['kind']): InformationFile => ({
  ...{ name, kind, bytes: 1, address: `/information/${name}?v=1`, trouble: kind ? null : 'damaged' },
});
const FILES = [file('lễ.png', 'picture'), file('phim.mp4', 'film'), file('hỏng.png', null)];
const NOTICE = { kind: 'notice', title: 'Nghỉ lễ', text: '', seconds: 20 } as const;
const of = (name: string) => ({ kind: 'file', file: name, seconds: 10 }) as const;

function shown(information: Partial<Choices['information']>) {
  const choices = { ...NO_CHOICES, information: { isShown: true, pieces: [], line: '', ...information } };
  return boardView(office, setup, now, { choices, recorded: null, files: FILES });
}

describe('[B25] what stands between the calls', () => {
  it('is nothing until the manager has chosen', () => {
    const { information, infoLine } = boardView(office, setup, now);
    expect([information, infoLine]).toEqual([[], setup.wording.infoLine]);
  });

  it('is what he chose, in his order, without what is not there or not what its name says', () => {
    const pieces = [of('phim.mp4'), of('hỏng.png'), NOTICE, of('gone.png'), of('lễ.png')];
    expect(shown({ pieces }).information).toEqual([
      { kind: 'film', address: '/information/phim.mp4?v=1', seconds: 10 },
      NOTICE,
      { kind: 'picture', address: '/information/lễ.png?v=1', seconds: 10 },
    ]);
  });

  it('is nothing while he has turned it off; his line stands all the same', () => {
    const { information, infoLine } = shown({ isShown: false, pieces: [NOTICE], line: 'Chiều nay nghỉ.' });
    expect([information, infoLine]).toEqual([[], 'Chiều nay nghỉ.']);
  });
});

describe('[B24] how large a display is', () => {
  const zone = { id: 'tang-2', name: { vi: 'Tầng 2', en: 'First floor' }, counters: [1] };
  const voice = { speaker: null, speaking: null, begun: [] };
  const screen = (screens: NonNullable<typeof setup.screens>, here: typeof zone | null) =>
    boardView(office, { ...setup, screens }, now, undefined, { zone: here, voice }).screen;
  const usual = { inches: 55, seatMetres: 9 };
  const upstairs = { inches: 43, seatMetres: 5 };

  it('is what the office says of its zone, else of all', () => {
    const both = [{ zone: 'tang-2', ...upstairs }, usual];
    expect([screen(both, zone), screen(both, null)]).toEqual([upstairs, usual]);
    expect(screen([usual], zone)).toEqual(usual);
  });

  it('is not known where the office says nothing of it', () => {
    expect([screen([], null), screen([{ zone: 'tang-2', ...upstairs }], null)]).toEqual([null, null]);
    expect(boardView(office, setup, now).screen).toBeNull();
  });
});
