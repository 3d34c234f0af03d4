import { describe, expect, it } from 'vitest';
import { announcement, unsayable, unsayableServices } from './announcement.ts';
import { plannedClips } from './planned-clips.ts';
import type { VoicePack } from './voice-pack.ts';

const DEFAULT_TEMPLATE = 'Xin mời công dân có số {number} đến quầy số {counter}';
const south: VoicePack = { tongue: 'vi-south', clips: plannedClips('vi-south') };
const north: VoicePack = { tongue: 'vi-north', clips: plannedClips('vi-north') };
const english: VoicePack = { tongue: 'en', clips: plannedClips('en') };

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
    expect(
      announcement({ number: 'A1', counter: 2 }, 'Trân trọng kính mời {number} đến quầy số {counter}', south),
    ).toEqual(['kinh-moi', 'letter-a', 'mot', 'den-quay-so', 'hai']);
  });

  it('understands words typed with separate marks', () => {
    const typed = DEFAULT_TEMPLATE.normalize('NFD');
    expect(announcement({ number: 'A1', counter: 2 }, typed, south)).toHaveLength(5);
  });
});

describe('in English', () => {
  it('[B7] says letter, digits and counter', () => {
    const template = 'Ticket {number}, please go to counter {counter}';
    expect(announcement({ number: 'A005', counter: 43 }, template, english)).toEqual([
      ...['ticket', 'letter-a', 'zero', 'zero', 'five', 'please-go-to-counter', 'forty', 'three'],
    ]);
    expect(unsayable(template, english)).toEqual([]);
  });
});

describe('the service’s name', () => {
  const template = '{number} {counter}, {service}';
  const spoken = { number: 'A1', counter: 2, service: 'Hộ tịch' };

  it('[B21] is said at the end where the pack holds it', () => {
    const pack = withRecordings('Hộ tịch');
    expect(announcement(spoken, template, pack)).toEqual(['letter-a', 'mot', 'hai', 'office-Hộ tịch']);
    expect(announcement({ ...spoken, service: 'Hộ  tịch.' }, template, pack)).toHaveLength(4);
  });

  it('[B21] is left out whole where the pack holds a part of it, or nothing', () => {
    expect(announcement({ ...spoken, service: 'Tư pháp – Hộ tịch' }, template, withRecordings('Hộ tịch'))).toHaveLength(
      3,
    );
    expect(announcement(spoken, template, south)).toEqual(['letter-a', 'mot', 'hai']);
  });

  it('[B21] is told beforehand where it will be left out, if it is wanted at all', () => {
    const pack = withRecordings('Hộ tịch');
    expect(unsayableServices(['Hộ tịch', 'Đất đai'], template, pack)).toEqual(['Đất đai']);
    expect(unsayableServices(['Hộ tịch', 'Đất đai'], DEFAULT_TEMPLATE, pack)).toEqual([]);
  });
});

describe('unsayable', () => {
  it('finds nothing in the wording of the house', () => {
    expect(unsayable(DEFAULT_TEMPLATE, south)).toEqual([]);
  });

  it('names the words that would be left out', () => {
    expect(unsayable('Trân trọng mời {number} đến quầy số {counter}', south)).toEqual(['trân', 'trọng', 'mời']);
  });

  it.each([
    'Xin mời khách hàng có số {number} đến quầy số {counter}',
    'Kính mời ông bà có số {number} đến cửa số {counter}',
    'Kính mời khách hàng số {number} đến quầy {counter}, {service}',
  ])('finds nothing in another wording that offices use: %s', (template) => {
    expect(unsayable(template, south)).toEqual([]);
    expect(unsayable(template, north)).toEqual([]);
  });
});
