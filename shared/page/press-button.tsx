import type { Online } from './connection.ts';
import type { Presses } from './presses.ts';
import { pageWords } from './words/page-words.ts';

type Props = {
  /** What the press goes over. */
  presses: Pick<Presses, 'underWay' | 'isSlow'> & { online: { value: Online } };
  /** By which the presses know it while it is under way; empty: there is nothing to be sent yet. */
  name: string;
  /** Its class. */
  look: 'primary' | 'secondary' | 'small' | 'row-button';
  label: string;
  /** What it says instead when its answer is slow in coming. */
  slowly?: string;
  /** For a reader who does not see what it stands beside. */
  spoken?: string | undefined;
  /** Left out: it answers the form that it stands in. */
  press?: () => void;
};

/** A button of a staff page that sends something by itself: seen to be pressed at once, honest about a slow answer, off without a line. */
export function PressButton({ presses, name, look, label, slowly, spoken, press }: Props) {
  const isUnderWay = presses.underWay.value === name;
  return (
    <button
      type={press ? 'button' : 'submit'}
      class={isUnderWay ? `${look} is-under-way` : look}
      aria-label={spoken}
      aria-busy={isUnderWay}
      disabled={presses.online.value !== 'online'}
      onClick={press}
    >
      {isUnderWay && presses.isSlow.value ? (slowly ?? pageWords().sending) : label}
    </button>
  );
}
