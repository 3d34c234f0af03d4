/** What a key of a keyboard tells a page, by its cap: `Space`, a letter, a digit. */
export function keyPress(cap: string) {
  const isDigit = /^\d$/.test(cap);
  return {
    key: cap === 'Space' ? ' ' : cap.toLowerCase(),
    code: cap === 'Space' ? 'Space' : `${isDigit ? 'Digit' : 'Key'}${cap}`,
    ...{ ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, repeat: false },
  };
}

/** The key goes down or up. */
export function keyEvent(type: 'keydown' | 'keyup', cap: string): Event {
  return Object.assign(new Event(type, { cancelable: true }), keyPress(cap));
}
