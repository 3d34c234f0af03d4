import type { Mutant } from './mutant.ts';

/** Bugs by which the hall would hear the wrong thing, or at the wrong hour. */
export const VOICE_MUTANTS: readonly Mutant[] = [
  {
    name: 'voice: a language is lost at the first call',
    file: 'server/core/ticket-states.ts',
    find: ', ...(ticket.language ? { language: ticket.language } : {})',
    replace: '',
    tests: ['server/core/spoken-language.test.ts'],
  },
  {
    name: 'voice: English for everybody',
    file: 'display/voice/readings.ts',
    find: "call.language === 'en' && ",
    replace: '',
    tests: ['display/voice/readings.test.ts'],
  },
  {
    name: 'voice: no quiet over midnight',
    file: 'shared/domain/voice-choice.ts',
    find: '|| time < until',
    replace: '&& time < until',
    tests: ['shared/domain/voice-choice.test.ts'],
  },
  {
    name: 'voice: half a service’s name',
    file: 'display/voice/announcement.ts',
    find: 'segment === SERVICE && found.length < clips.length',
    replace: 'false',
    tests: ['display/voice/announcement.test.ts'],
  },
  {
    name: 'voice: quiet told as spoken',
    file: 'display/announcer.ts',
    find: "call.gains.voice > 0 ? 'spoken' : 'quiet'",
    replace: "'spoken'",
    tests: ['display/announcer.test.ts'],
  },
  {
    name: 'voice: fifteen read as ten and five',
    file: 'display/voice/say-number.ts',
    find: "if (unit === 5) return ['lăm'];",
    replace: '',
    tests: ['display/voice/say-number.test.ts'],
  },
];
