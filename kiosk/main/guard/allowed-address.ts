/**
 * May the window go to this address? Only to the server whose page it shows: same scheme, host and port, as the browser itself would
 * read it, and without a name or password in it.
 */
export function allowedAddress(home: URL, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  // Not `origin`: a blob: address has the origin of the page that made it.
  return protocol === home.protocol && host === home.host && username === '' && password === '';
}
