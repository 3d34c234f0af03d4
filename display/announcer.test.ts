import { describe, expect, expectTypeOf, it } from 'vitest';
import { type Announcer, createAnnouncer, type SoundState, type SpeechOutcome } from './announcer.ts';
import type { AudioOut, Loudness, Sound, SoundSource } from './audio-out.ts';
import { exposeDiagnosis } from './diagnosis.ts';
import { LOGGED_CLIPS } from './schedule-log.ts';
import { createShownLog } from './shown-log.ts';
import { PAUSE_AFTER_CHIME_MS, PAUSE_BETWEEN_READINGS_MS, PAUSE_BETWEEN_WORDS_MS } from './sound-timeline.ts';

const RATE = 48_000;
const A001 = { callSeq: 11, ticket: 'ticket-A001', number: 'A001', counter: 1, calledAt: 0 };
const CLIP_MS: Readonly<Record<string, number>> = { chime: 1_200, a: 369, bay: 321, quay: 1_028 };

type FakeSource = SoundSource & { startAt: number; stopped: boolean; gain: number };

const LOUD = { voice: 1, chime: 1 };

/** A sound card whose clock the test moves; a "file" is one byte for each millisecond it sounds. */
function aSoundCard(state = 'running') {
  const sources: FakeSource[] = [];
  let listener = () => {};
  const card = {
    currentTime: 0,
    sampleRate: RATE,
    state,
    destination: {},
    decodeAudioData: async (data: ArrayBuffer): Promise<Sound> => {
      if (data.byteLength === 0) throw new Error('EncodingError');
      return { length: (data.byteLength * RATE) / 1000 };
    },
    createBuffer: (_channels: number, length: number) => ({ length, getChannelData: () => new Float32Array(length) }),
    createBufferSource: () => {
      const source: FakeSource = {
        buffer: null,
        loop: false,
        onended: null,
        startAt: Number.NaN,
        stopped: false,
        gain: 1,
        connect: (out) => {
          if ('gain' in out) source.gain = (out as Loudness).gain.value; // the only thing here that has one
        },
        start: (when = 0) => {
          source.startAt = when;
        },
        stop: () => {
          source.stopped = true;
          source.onended?.(new Event('ended'));
        },
      };
      sources.push(source);
      return source;
    },
    createGain: () => ({ gain: { value: 1 }, connect: () => undefined }),
    resume: async () => undefined,
    addEventListener: (_type: 'statechange', added: () => void) => {
      listener = added;
    },
  };
  const audio: AudioOut = card;
  return {
    audio,
    sources,
    becomes: (next: string) => {
      card.state = next;
      listener();
    },
    runsTo: (seconds: number) => {
      card.currentTime = seconds;
      for (const source of sources) {
        const ended =
          !source.stopped && !source.loop && source.startAt + (source.buffer?.length ?? 0) / RATE <= seconds;
        if (!ended) continue;
        source.stopped = true;
        source.onended?.(new Event('ended'));
      }
    },
  };
}

async function anAnnouncer(state = 'running', broken: readonly string[] = []) {
  const card = aSoundCard(state);
  const ended: [number, SpeechOutcome][] = [];
  const heard: SoundState[] = [];
  const announcer = createAnnouncer({
    audio: card.audio,
    clips: new Map(Object.keys(CLIP_MS).map((clip) => [clip, `/${clip}.opus`])),
    fetchClip: async (address) => {
      const clip = address.slice(1, -5);
      return new ArrayBuffer(broken.includes(clip) ? 0 : (CLIP_MS[clip] ?? 0));
    },
    onEnded: (callSeq, outcome) => ended.push([callSeq, outcome]),
    onSound: (sound) => heard.push(sound),
  });
  await announcer.ready;
  return { ...card, announcer, ended, heard };
}

async function says(announcer: Announcer, callSeq: number, times = 1, gains = LOUD): Promise<void> {
  announcer.say({ callSeq, readings: Array(times).fill(['a', 'bay', 'quay']), gains });
  await announcer.ready;
}

function gapsInSamples(announcer: Announcer): number[] {
  const schedule = announcer.schedule();
  return schedule.slice(1).map((entry, index) => Math.round((entry.startAt - (schedule[index]?.endAt ?? 0)) * RATE));
}

const samples = (ms: number) => (ms * RATE) / 1000;

it('a real AudioContext can be handed in', () => {
  expectTypeOf<AudioContext>().toExtend<AudioOut>();
});

describe('say', () => {
  it('schedules chime and two readings ahead, to the sample', async () => {
    const { announcer, sources } = await anAnnouncer();
    await says(announcer, 11, 2);
    const words = ['a', 'bay', 'quay'];
    expect(announcer.schedule().map(({ clip }) => clip)).toEqual(['chime', ...words, ...words]);
    const word = samples(PAUSE_BETWEEN_WORDS_MS);
    const reading = [word, word];
    const chime = samples(PAUSE_AFTER_CHIME_MS);
    expect(gapsInSamples(announcer)).toEqual([chime, ...reading, samples(PAUSE_BETWEEN_READINGS_MS), ...reading]);
    const started = sources.filter(({ loop }) => !loop).map(({ startAt }) => startAt);
    expect(started).toEqual(announcer.schedule().map(({ startAt }) => startAt));
    expect(started.every((startAt) => Math.abs(startAt * RATE - Math.round(startAt * RATE)) < 1e-6)).toBe(true);
  });

  it('reports the end only after the last sample', async () => {
    const { announcer, runsTo, ended } = await anAnnouncer();
    await says(announcer, 11);
    const endAt = announcer.schedule().at(-1)?.endAt ?? 0;
    runsTo(endAt - 0.01);
    expect(ended).toEqual([]);
    runsTo(endAt);
    expect(ended).toEqual([[11, 'spoken']]);
  });

  it('never lets two announcements overlap', async () => {
    const { announcer, runsTo } = await anAnnouncer();
    await says(announcer, 11);
    runsTo(1);
    await says(announcer, 12);
    runsTo(30);
    await says(announcer, 13);
    expect(Math.min(...gapsInSamples(announcer))).toBeGreaterThanOrEqual(0);
    expect(announcer.schedule().at(-1)?.startAt).toBeGreaterThan(30);
  });

  it('waits for the clips when asked before they are decoded', async () => {
    const card = aSoundCard();
    const clips = new Map([['chime', '/chime.opus']]);
    const fetchClip = async () => new ArrayBuffer(100);
    const announcer = createAnnouncer({ audio: card.audio, clips, fetchClip, onEnded: () => {}, onSound: () => {} });
    announcer.say({ callSeq: 11, readings: [], gains: LOUD });
    expect(announcer.schedule()).toEqual([]);
    await announcer.ready;
    expect(announcer.schedule().map(({ clip }) => clip)).toEqual(['chime']);
  });

  it('still rings the chime and speaks the rest when a clip is broken', async () => {
    const { announcer } = await anAnnouncer('running', ['bay']);
    await says(announcer, 11);
    expect(announcer.missing()).toEqual(['bay']);
    expect(announcer.schedule().map(({ clip }) => clip)).toEqual(['chime', 'a', 'quay']);
  });

  it('goes on without a sound when nothing could be decoded', async () => {
    const { announcer, ended } = await anAnnouncer('running', Object.keys(CLIP_MS));
    await says(announcer, 11);
    expect(ended).toEqual([[11, 'spoken']]);
  });

  it('keeps the last 500 clips in its log', async () => {
    const { announcer } = await anAnnouncer();
    for (let callSeq = 1; callSeq <= 130; callSeq++) await says(announcer, callSeq);
    expect(announcer.schedule()).toHaveLength(LOGGED_CLIPS);
    expect(announcer.schedule().at(-1)?.callSeq).toBe(130);
  });
});

describe('how loud', () => {
  it('[B20] plays voice and chime each as loud as it is told', async () => {
    const { announcer, sources } = await anAnnouncer();
    await says(announcer, 11, 1, { voice: 0.5, chime: 0.25 });
    expect(sources.filter(({ loop }) => !loop).map(({ gain }) => gain)).toEqual([0.25, 0.5, 0.5, 0.5]);
  });

  it('[B20] rings without speaking in quiet hours, and says that it was not meant to speak', async () => {
    const { announcer, runsTo, ended } = await anAnnouncer();
    await says(announcer, 11, 2, { voice: 0, chime: 0.25 });
    expect(announcer.schedule().map(({ clip }) => clip)).toEqual(['chime']);
    runsTo(10);
    expect(ended).toEqual([[11, 'quiet']]);
  });

  it('[B20] is silent where not even the chime is wanted, and goes on', async () => {
    const { announcer, ended } = await anAnnouncer();
    await says(announcer, 11, 2, { voice: 0, chime: 0 });
    expect(announcer.schedule()).toEqual([]);
    expect(ended).toEqual([[11, 'quiet']]);
  });
});

describe('load', () => {
  it('[B20] takes in another pack while it runs, each clip once', async () => {
    const asked: string[] = [];
    const announcer = createAnnouncer({
      audio: aSoundCard().audio,
      clips: new Map([['chime', '/chime']]),
      fetchClip: async (address) => {
        asked.push(address);
        return new ArrayBuffer(100);
      },
      onEnded: () => {},
      onSound: () => {},
    });
    announcer.load(new Map([['north/a', '/a']]));
    announcer.load(new Map([['north/a', '/a']]));
    announcer.say({ callSeq: 11, readings: [['north/a']], gains: LOUD });
    await expect.poll(() => announcer.schedule().map(({ clip }) => clip)).toEqual(['chime', 'north/a']);
    expect(asked).toEqual(['/chime', '/a']);
  });
});

describe('cancel', () => {
  it('stops every clip, reports no end and leaves in the log what was heard', async () => {
    const { announcer, sources, runsTo, ended } = await anAnnouncer();
    await says(announcer, 11, 2);
    runsTo(1);
    announcer.cancel(11);
    expect(sources.filter(({ loop }) => !loop).every(({ stopped }) => stopped)).toBe(true);
    runsTo(60);
    expect(ended).toEqual([]);
    expect(announcer.schedule()).toMatchObject([{ callSeq: 11, clip: 'chime', endAt: 1 }]);
  });

  it('lets the next begin at once', async () => {
    const { announcer, runsTo } = await anAnnouncer();
    await says(announcer, 11, 2);
    runsTo(1);
    announcer.cancel(11);
    await says(announcer, 12);
    expect(announcer.schedule().find(({ callSeq }) => callSeq === 12)?.startAt).toBeCloseTo(1.05, 3);
  });

  it('forgets one that has not begun', async () => {
    const { announcer, ended } = await anAnnouncer();
    announcer.say({ callSeq: 11, readings: [['a']], gains: LOUD });
    announcer.cancel(11);
    await announcer.ready;
    expect(announcer.schedule()).toEqual([]);
    expect(ended).toEqual([]);
  });
});

describe('blocked sound', () => {
  it('is reported, and a call is not stored up for later', async () => {
    const { announcer, heard, ended } = await anAnnouncer('suspended');
    await says(announcer, 11);
    expect(heard).toEqual(['blocked']);
    expect(ended).toEqual([[11, 'blocked']]);
    expect(announcer.schedule()).toEqual([]);
  });

  it('is over when a touch has resumed the context', async () => {
    const { announcer, heard, becomes } = await anAnnouncer('suspended');
    await announcer.unblock();
    becomes('running');
    await says(announcer, 11);
    expect(heard).toEqual(['blocked', 'ready']);
    expect(announcer.schedule()).not.toEqual([]);
  });

  it('ends what was being spoken', async () => {
    const { announcer, ended, becomes, runsTo } = await anAnnouncer();
    await says(announcer, 11);
    runsTo(0.5);
    becomes('interrupted');
    expect(ended).toEqual([[11, 'blocked']]);
    expect(announcer.schedule()).toHaveLength(1);
  });
});

it('keeps the sound card awake with one endless murmur', async () => {
  const { sources } = await anAnnouncer();
  expect(sources.filter(({ loop }) => loop)).toHaveLength(1);
});

it('lays its state open for a technician', async () => {
  const { announcer } = await anAnnouncer('running', ['a']);
  const page: { luotDisplay?: unknown } = {};
  const shownLog = createShownLog();
  shownLog.note({ call: A001, shownAt: 5, settled: false }, 5);
  exposeDiagnosis(page, announcer, shownLog);
  await says(announcer, 11);
  expect(page.luotDisplay).toMatchObject({
    sound: 'ready',
    missingClips: ['a'],
    schedule: announcer.schedule(),
    shown: [{ callSeq: 11, from: 5, until: null }],
  });
});
