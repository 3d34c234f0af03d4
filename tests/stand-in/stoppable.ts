/** An event that the main process can stop. */
export function stoppable<More extends object>(more?: More) {
  const event = {
    ...(more ?? ({} as More)), // without more there is nothing to miss
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true;
    },
  };
  return event;
}
