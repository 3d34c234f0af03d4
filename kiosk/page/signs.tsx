import { LineDrawing } from './service-icon.tsx';

/** Small signs beside words. The fonts have no arrows. */
const SIGNS = {
  back: ['M20 12H5', 'M11 5.5l-6.5 6.5 6.5 6.5'],
  check: ['M4.5 12.5l5 5 10-11'],
  plus: ['M12 5v14', 'M5 12h14'],
  people: [
    'M9 11a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 9 11z',
    'M3 19.5c0-3.3 2.4-5.5 6-5.5s6 2.2 6 5.5',
    'M15.5 4.9a3.2 3.2 0 0 1 0 5.9',
    'M17.5 14.3c2.2.6 3.5 2.5 3.5 5.2',
  ],
  globe: [
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z',
    'M3 12h18',
    'M12 3c2.5 2.6 3.7 5.6 3.7 9s-1.2 6.4-3.7 9c-2.5-2.6-3.7-5.6-3.7-9S9.5 5.6 12 3z',
  ],
  clock: ['M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z', 'M12 7v5.2l3.5 2.2'],
  'slip-out': ['M3 5.5h18', 'M6.5 5.5v9h11v-9', 'M9.5 9h5', 'M12 17v4.5', 'M9.5 19.3l2.5 2.4 2.5-2.4'],
  printer: ['M7 8V3.5h10V8', 'M7 17H3.5V8h17v9H17', 'M7 13.5h10v7H7z'],
  'no-slip': ['M7 8V3.5h10V8', 'M7 17H3.5V8h17v9H17', 'M9 13l6 6', 'M15 13l-6 6'],
  eye: ['M2.5 12C5 8 8.2 6 12 6s7 2 9.5 6c-2.5 4-5.7 6-9.5 6s-7-2-9.5-6z', 'M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z'],
  line: ['M3 9.5c5.3-4.7 12.7-4.7 18 0', 'M6.5 13.5c3.3-2.8 7.7-2.8 11 0', 'M12 18.5v.1'],
  attention: ['M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z', 'M12 7.5v6', 'M12 16.7v.1'],
} as const;

/** One of the small signs, in the colour of its words. */
export function Sign({ name }: { name: keyof typeof SIGNS }) {
  return <LineDrawing paths={SIGNS[name]} />;
}
