import { Both } from './both.tsx';
import { ROLES, type Role, type Setup } from './create-setup.ts';
import { roleWords } from './setup-words.ts';

/** The four things a PC can be. */
export function RoleStep({ setup }: { setup: Setup }) {
  const now = setup.role.value ?? setup.picture.value?.role ?? null;
  return (
    <ul class="roles">
      {ROLES.map((role) => (
        <li key={role}>
          <button
            type="button"
            class="role"
            data-role={role}
            aria-current={role === now ? 'true' : undefined}
            onClick={() => setup.chooseRole(role)}
          >
            <RoleSign role={role} />
            <span>
              <strong>
                <Both text={roleWords[role].name} />
              </strong>
              <Both text={roleWords[role].about} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What the PC and its monitors look like in the hall. */
function RoleSign({ role }: { role: Role }) {
  return (
    <svg class="role-sign" viewBox="0 0 64 48" aria-hidden="true">
      <path d={SIGNS[role]} />
    </svg>
  );
}

const KIOSK = 'M8 4h18v30H8zM12 10h10M12 16h10M13 40h8M17 34v6';
const SIGNS: Record<Role, string> = {
  'all-in-one': `${KIOSK}M32 8h26v16H32zM42 30h6M45 24v6M34 36h22v8H34zM38 40h2`,
  kiosk: 'M22 3h20v34H22zM26 10h12M26 17h12M26 24h12M27 45h10M32 37v8',
  tv: 'M8 6h48v30H8zM24 43h16M32 36v7M15 16h14M15 25h14M37 16h12M37 25h12',
  counter: 'M6 6h52v34H6zM40 12h12v22H40zM43 28h6M43 17h6M26 45h12',
};
