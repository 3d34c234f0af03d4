import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { Both } from './both.tsx';
import type { Setup, Step } from './create-setup.ts';
import { HallStep } from './hall-step.tsx';
import { PinStep } from './pin-step.tsx';
import { ReadyStep } from './ready-step.tsx';
import { RoleStep } from './role-step.tsx';
import { titles, wayWords } from './setup-words.ts';

const SCREENS: Record<Step, (props: { setup: Setup }) => preact.JSX.Element> = {
  role: RoleStep,
  hall: HallStep,
  pin: PinStep,
  ready: ReadyStep,
};

/** Asks once what this PC is, a question a screen, by touch or keys. */
export function SetupPage({ setup }: { setup: Setup }) {
  const step = setup.step.value;
  useEscape(setup);
  const Screen = SCREENS[step];
  if (!setup.picture.value) return null;
  return (
    <div class={`setup at-${step}`}>
      <header>
        <p class="brand">Lượt</p>
        <Progress setup={setup} />
      </header>
      <main>
        <Title key={`title-${step}`} step={step} />
        <Screen key={step} setup={setup} />
      </main>
      <footer>
        <WayBack setup={setup} />
        <small>v{setup.picture.value.version}</small>
      </footer>
    </div>
  );
}

/** Each question is read out, and Tab begins at its first answer. (A screen that wants the focus itself takes it after this.) */
function Title({ step }: { step: Step }) {
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus(), []);
  return (
    <h1 ref={title} tabIndex={-1}>
      <Both text={titles[step]} />
    </h1>
  );
}

function Progress({ setup }: { setup: Setup }) {
  const { steps, step, role } = setup;
  // Before the role is said nobody knows how many questions there are.
  if (!role.value) return null;
  const at = steps.value.indexOf(step.value);
  return (
    <ol class="progress" aria-label={`${at + 1} / ${steps.value.length}`}>
      {steps.value.map((one, place) => (
        <li key={one} class={place <= at ? 'is-reached' : ''} />
      ))}
    </ol>
  );
}

function WayBack({ setup }: { setup: Setup }) {
  if (setup.step.value !== 'role') {
    return (
      <button type="button" class="secondary way-back" onClick={setup.back}>
        <Both text={wayWords.back} />
      </button>
    );
  }
  if (!setup.picture.value?.role) return <span />;
  return (
    <button type="button" class="secondary way-back" onClick={setup.cancel}>
      <Both text={wayWords.cancel} />
    </button>
  );
}

function useEscape(setup: Setup) {
  useEffect(() => {
    const hear = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return;
      if (setup.step.value !== 'role') setup.back();
      else if (setup.picture.value?.role) void setup.cancel();
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, [setup]);
}
