/** Between the preload and main; the page never learns these names. */
export const CHANNELS = {
  join: 'wire:join',
  frame: 'wire:frame',
  closed: 'wire:closed',
  menu: 'menu',
  pickFile: 'file:pick',
  pickPlace: 'file:place',
  dropFile: 'file:drop',
  saveResult: 'file:save',
} as const;

/** The window's own address. Our own scheme: no port, no other program can serve it. */
export const PAGE_SCHEME = 'app';
export const PAGE_HOST = 'plumbline';
export const PAGE_URL = `${PAGE_SCHEME}://${PAGE_HOST}/`;
