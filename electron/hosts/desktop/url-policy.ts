import { PAGE_HOST, PAGE_SCHEME } from './channels.ts';

/** Something of our own origin: compared part by part after parsing, never by searching in the text. */
export function isOurs(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return (
    url.protocol === `${PAGE_SCHEME}:` &&
    url.hostname === PAGE_HOST &&
    url.port === '' &&
    url.username === '' &&
    url.password === ''
  );
}

/** The page itself, whatever place in it the part behind # names. */
export function isOurPage(address: string): boolean {
  if (!isOurs(address)) return false;
  const url = new URL(address);
  return (url.pathname === '/' || url.pathname === '') && url.search === '';
}

/** What the window may load: our own files, and what the page makes in memory. Nothing is ever fetched. */
export function mayLoad(address: string): boolean {
  if (isOurs(address)) return true;
  if (!URL.canParse(address)) return false;
  const { protocol } = new URL(address);
  if (protocol === 'blob:') return isOurs(address.slice('blob:'.length));
  // The policy of the page says which of these it may use, and for what.
  return protocol === 'data:' || protocol === 'devtools:';
}
