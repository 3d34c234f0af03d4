import { describe, expect, it } from 'vitest';
import { themeOf } from './theme.ts';

describe('the colours of the display', () => {
  it('are what its address says, whatever the machine is set to', () => {
    expect([themeOf('?theme=light', false), themeOf('?theme=dark', true)]).toEqual(['light', 'dark']);
  });

  it('are what the machine is set to where the address says so', () => {
    expect([themeOf('?theme=auto', true), themeOf('?theme=auto', false)]).toEqual(['light', 'dark']);
  });

  it('are dark where the address says nothing, or nothing known', () => {
    expect([themeOf('', true), themeOf('', false), themeOf('?theme=pink', true)]).toEqual(['dark', 'dark', 'dark']);
  });
});
