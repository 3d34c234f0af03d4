import { describe, expect, it } from 'vitest';
import { announcement, DEFAULT_TEMPLATE, unsayable } from './announcement.ts';
import { plannedClips } from './clip-list.ts';
import type { VoicePack } from './voice-pack.ts';

const south: VoicePack = { region: 'south', clips: plannedClips() };
const north: VoicePack = { region: 'north', clips: plannedClips() };

function withRecordings(...says: string[]): VoicePack {
  return { ...south, clips: [...south.clips, ...says.map((words) => ({ id: `office-${words}`, says: words }))] };
}

describe('announcement', () => {
  it('[B7] speaks a call with the clips of the shipped pack', () => {
    expect(announcement({ number: 'A007', counter: 21 }, DEFAULT_TEMPLATE, south)).toEqual([
      'xin-moi-cong-dan-co-so',
      'letter-a',
      'khong',
      'khong',
      'bay',
      'den-quay-so',
      'hai',
      'muoi-tens',
      'mot-after-tens',
    ]);
  });

  it('[B7] counts as the pack does: lẻ in the South, linh in the North', () => {
    const tail = (pack: VoicePack) => announcement({ number: 'A001', counter: 101 }, '{counter}', pack);
    expect(tail(south)).toEqual(['mot', 'tram', 'le', 'mot']);
    expect(tail(north)).toEqual(['mot', 'tram', 'linh', 'mot']);
  });

  it('[B7] follows the order of the template', () => {
    const turned = 'Đến quầy số {counter}, xin mời công dân có số {number}!';
    expect(announcement({ number: 'B2', counter: 3 }, turned, south)).toEqual([
      'den-quay-so',
      'ba',
      'xin-moi-cong-dan-co-so',
      'letter-b',
      'hai',
    ]);
  });

  it('[B8] prefers a whole number the office has recorded to its syllables', () => {
    const pack = withRecordings('hai mươi mốt');
    expect(announcement({ number: 'A001', counter: 21 }, '{counter}', pack)).toEqual(['office-hai mươi mốt']);
    expect(announcement({ number: 'A001', counter: 22 }, '{counter}', pack)).toEqual(['hai', 'muoi-tens', 'hai']);
  });

  it('[B8] prefers a whole ticket number the office has recorded', () => {
    const pack = withRecordings('A không không bảy');
    expect(announcement({ number: 'A007', counter: 1 }, '{number}', pack)).toEqual(['office-A không không bảy']);
  });

  it('leaves out what the pack cannot say and speaks the rest', () => {
    expect(announcement({ number: 'A1', counter: 2 }, 'Kính mời {number} đến quầy số {counter}', south)).toEqual([
      'letter-a',
      'mot',
      'den-quay-so',
      'hai',
    ]);
  });

  it('understands words typed with separate marks', () => {
    const typed = DEFAULT_TEMPLATE.normalize('NFD');
    expect(announcement({ number: 'A1', counter: 2 }, typed, south)).toHaveLength(5);
  });
});

describe('unsayable', () => {
  it('finds nothing in the wording of the house', () => {
    expect(unsayable(DEFAULT_TEMPLATE, south)).toEqual([]);
  });

  it('names the words that would be left out', () => {
    expect(unsayable('Kính mời {number} đến quầy số {counter}', south)).toEqual(['kính', 'mời']);
  });
});
