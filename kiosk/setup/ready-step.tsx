import { Both } from './both.tsx';
import type { Setup } from './create-setup.ts';
import { hallWords, readyWords, roleWords } from './setup-words.ts';

/** All answers once more; then the PC is what it was said to be. */
export function ReadyStep({ setup }: { setup: Setup }) {
  const role = setup.role.value ?? 'kiosk';
  const hall = role === 'all-in-one' ? null : setup.hall.chosen.value;
  const misses = role === 'all-in-one' && (setup.picture.value?.monitors ?? 1) < 2;
  return (
    <form
      class="ready"
      onSubmit={(event) => {
        event.preventDefault();
        void setup.finish();
      }}
    >
      <dl>
        <dt>
          <Both text={readyWords.role} />
        </dt>
        <dd>
          <Both text={roleWords[role].name} />
        </dd>
        <dt>
          <Both text={readyWords.server} />
        </dt>
        <dd>
          {hall ? hall.name : <Both text={hallWords.onThisPc} />}
          {hall && <span class="origin">{hall.server}</span>}
        </dd>
      </dl>
      {misses && (
        <p class="note">
          <Both text={readyWords.oneMonitor} />
        </p>
      )}
      <label class="autostart">
        <input
          type="checkbox"
          checked={setup.autostart.value}
          onChange={(event) => {
            setup.autostart.value = event.currentTarget.checked;
          }}
        />
        <span>
          <Both text={readyWords.autostart} />
        </span>
      </label>
      <p class="says" role="alert">
        {setup.fault.value && <Both text={readyWords.fault} />}
      </p>
      <button type="submit" class="primary start">
        <Both text={readyWords.start} />
      </button>
    </form>
  );
}
