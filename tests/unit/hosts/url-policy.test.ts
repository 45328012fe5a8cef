import { describe, expect, it } from 'vitest';
import { isTrusted } from '#hosts/desktop/trusted-sender.ts';
import { isOurPage, isOurs, mayLoad } from '#hosts/desktop/url-policy.ts';

const OURS = [
  'app://plumbline/',
  'app://plumbline',
  'app://plumbline/#/start',
  'APP://plumbline/',
  'app://plumbline/#https://evil.example',
];

const FOREIGN = [
  '',
  'plumbline',
  '/',
  '//plumbline/',
  'app:plumbline',
  'app:///plumbline/',
  'app://plumbline.evil.example/',
  'app://evil.example/app://plumbline/',
  'app://evil.example/?next=app://plumbline/',
  'app://evil.example/#app://plumbline/',
  'app://plumbline@evil.example/',
  'app://user@plumbline/',
  'app://user:word@plumbline/',
  'app://plumbline:8080/',
  'app://PLUMBLINE%2eevil.example/',
  'app://xplumbline/',
  'apps://plumbline/',
  'xapp://plumbline/',
  'http://plumbline/',
  'https://plumbline/',
  'http://example.invalid/?next=app://plumbline',
  'http://127.0.0.1/app://plumbline/',
  'file:///app://plumbline/',
  'file:///etc/passwd',
  'javascript:alert(1)//app://plumbline/',
  'data:text/html,app://plumbline/',
  'blob:https://evil.example/1',
  'about:blank',
  'about:srcdoc',
  'chrome://gpu',
  'view-source:app://plumbline/',
  'filesystem:app://plumbline/x',
  'ws://127.0.0.1/',
];

describe('what is ours', () => {
  it.each(OURS)('%s is our page', (address) => {
    expect(isOurPage(address)).toBe(true);
    expect(mayLoad(address)).toBe(true);
  });
  it.each(FOREIGN)('%j is not', (address) => {
    expect(isOurs(address)).toBe(false);
    expect(isOurPage(address)).toBe(false);
  });
  it.each(['app://plumbline/assets/main.js', 'app://plumbline/../x', 'app://plumbline/?a=1', 'app://plumbline//'])(
    '%s is ours, but not the page',
    (address) => {
      expect(isOurs(address)).toBe(true);
      expect(isOurPage(address)).toBe(false);
    },
  );
});

describe('what the window may load', () => {
  it.each(['app://plumbline/assets/main.js', 'blob:app://plumbline/0000', 'data:image/png;base64,AA'])('%s', (address) => {
    expect(mayLoad(address)).toBe(true);
  });
  it.each(FOREIGN.filter((address) => !address.startsWith('data:')))('not %j', (address) => {
    expect(mayLoad(address)).toBe(false);
  });
});

describe('whom main listens to', () => {
  const windows = new Set([1, 2]);
  it('our page, in the top frame, of a window of ours', () => {
    expect(isTrusted({ windowId: 2, frame: { url: 'app://plumbline/#/chronology', isTop: true } }, windows)).toBe(true);
  });
  it.each([
    ['a window that is not ours', { windowId: 3, frame: { url: 'app://plumbline/', isTop: true } }],
    ['a frame inside our page', { windowId: 1, frame: { url: 'app://plumbline/', isTop: false } }],
    ['a frame that has gone', { windowId: 1, frame: null }],
    ['an empty frame', { windowId: 1, frame: { url: '', isTop: true } }],
    ['a file of ours that is not the page', { windowId: 1, frame: { url: 'app://plumbline/assets/x.html', isTop: true } }],
  ])('not %s', (_what, sender) => {
    expect(isTrusted(sender, windows)).toBe(false);
  });
  it.each(FOREIGN)('not a window of ours that shows %j', (url) => {
    expect(isTrusted({ windowId: 1, frame: { url, isTop: true } }, windows)).toBe(false);
  });
});
