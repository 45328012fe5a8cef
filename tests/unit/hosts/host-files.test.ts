import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { whyNoWindow } from '#hosts/cli/start.ts';
import { dataFolder } from '#hosts/common/data-folder.ts';
import { faultOf } from '#hosts/common/faults.ts';
import { createFileShelf } from '#hosts/common/file-shelf.ts';
import { createLogFile } from '#hosts/common/log-file.ts';
import { safeFileName } from '#hosts/common/safe-name.ts';
import { writeAtomic } from '#hosts/common/write-atomic.ts';
import { openerFor, redirectPage } from '#hosts/loopback/open-browser.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-unit-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('files that the host holds', () => {
  const bytes = (length: number): Uint8Array => new Uint8Array(length);

  it('hands a received file out until its hour is over', async () => {
    const clock = { at: 0 };
    const shelf = createFileShelf({ now: () => clock.at });
    const ref = shelf.receive('a.csv', { bytes: bytes(3) });
    expect((await shelf.received(ref)).bytes).toHaveLength(3);
    clock.at = 60 * 60_000 - 1;
    expect((await shelf.received(ref)).name).toBe('a.csv');
    clock.at += 1;
    await expect(shelf.received(ref)).rejects.toMatchObject({ code: 'fileMissing' });
  });

  it('holds no more than it should, and lets the oldest go', async () => {
    const shelf = createFileShelf({ now: () => 0, mostBytes: 100 });
    const refs = [40, 40, 40].map((length) => shelf.receive('a', { bytes: bytes(length) }));
    await expect(shelf.received(refs[0] ?? '')).rejects.toMatchObject({ code: 'fileMissing' });
    expect((await shelf.received(refs[2] ?? '')).bytes).toHaveLength(40);
  });

  it('reads a file by path as it is when it is asked for', async () => {
    const shelf = createFileShelf({ now: () => 0 });
    const path = join(folder, 'a.csv');
    writeFileSync(path, 'one');
    const ref = shelf.receive('a.csv', { path });
    writeFileSync(path, 'two');
    expect(Buffer.from((await shelf.received(ref)).bytes).toString()).toBe('two');
    rmSync(path);
    await expect(shelf.received(ref)).rejects.toMatchObject({ code: 'fileMissing' });
  });

  it('never takes what was received for what was delivered', async () => {
    const shelf = createFileShelf({ now: () => 0 });
    const received = shelf.receive('a', { bytes: bytes(1) });
    const delivered = shelf.deliver({ name: 'b', bytes: bytes(2) });
    expect(shelf.takeDelivered(received)).toBeNull();
    await expect(shelf.received(delivered)).rejects.toMatchObject({ code: 'fileMissing' });
    expect(shelf.takeDelivered(delivered)?.name).toBe('b');
    expect(shelf.takeDelivered(delivered)).toBeNull();
  });
});

describe('writing a file', () => {
  it('replaces it whole and leaves nothing beside it', async () => {
    const path = join(folder, 'a.docx');
    writeFileSync(path, 'old');
    await writeAtomic(path, Buffer.from('new'));
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['a.docx']);
  });
  it('says that it could not, and leaves nothing', async () => {
    await expect(writeAtomic(join(folder, 'none', 'a.docx'), Buffer.from('x'))).rejects.toMatchObject({ code: 'writeFailed' });
    await expect(writeAtomic(folder, Buffer.from('x'))).rejects.toMatchObject({ code: 'writeFailed' });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a name for a file', () => {
  it.each([
    ['Child S.review', 'Child S.review'],
    ['C:\\Users\\a\\Return (final).docx', 'Return (final).docx'],
    ['/etc/passwd', 'passwd'],
    ['../..', 'x'],
    ['   .  ', 'x'],
    ['aux', 'x'],
    ['LPT1.csv', 'x'],
    ['conference.csv', 'conference.csv'],
    ['a:b|c?.csv', 'abc.csv'],
    ['e\u0301.csv', 'é.csv'],
    ['trailing. . .', 'trailing'],
  ])('%j → %j', (name, expected) => expect(safeFileName(name, 'x')).toBe(expected));
  it('is never longer than a file system takes, whatever the letters', () => {
    for (const letter of ['a', 'ŵ', '€', '😀']) {
      const name = safeFileName(`${letter.repeat(500)}.docx`, 'x');
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(180);
      expect(name.endsWith('.docx')).toBe(true);
      expect(name).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
    }
  });
});

describe('the folder and the log', () => {
  it('belongs to its owner alone', () => {
    const home = dataFolder({ PLUMBLINE_HOME: join(folder, 'home') });
    expect(statSync(home).mode & 0o777).toBe(0o700);
    expect(statSync(join(home, 'reviews')).mode & 0o777).toBe(0o700);
  });
  it('keeps lines, and not for ever', () => {
    const log = createLogFile(folder, () => 0);
    log({ level: 'info', event: 'opened', data: { events: 3 } });
    const path = join(folder, 'log/plumbline.log');
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
      at: '1970-01-01T00:00:00.000Z',
      level: 'info',
      event: 'opened',
      data: { events: 3 },
    });
    writeFileSync(path, 'x'.repeat(1_000_001));
    log({ level: 'error', event: 'again' });
    expect(statSync(path).size).toBeLessThan(1000);
    expect(statSync(`${path}.1`).size).toBe(1_000_001);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });
});

describe('a fault', () => {
  it('is told by kind and place, never by its words', () => {
    const fault = faultOf(new TypeError('Morwenna was seen\n    at Morwenna:1:1'));
    expect(fault.kind).toBe('TypeError');
    expect(fault.at).toMatch(/^[\w.-]+:\d+$/);
    expect(JSON.stringify(fault)).not.toContain('Morwenna');
    expect(faultOf('Morwenna')).toEqual({ kind: 'string', at: '' });
    expect(faultOf(Object.assign(new Error('x'), { name: 'Morwenna was' })).kind).toBe('Error');
    expect(faultOf(null)).toEqual({ kind: 'object', at: '' });
  });
});

describe('which door npm start opens', () => {
  it.each<[string, NodeJS.Platform, NodeJS.ProcessEnv, number | undefined, RegExp | null]>([
    ['Linux without a display', 'linux', {}, 1000, /no display/],
    ['Linux as root', 'linux', { DISPLAY: ':0' }, 0, /root/],
    ['Linux with X', 'linux', { DISPLAY: ':0' }, 1000, null],
    ['Linux with Wayland', 'linux', { WAYLAND_DISPLAY: 'wayland-0' }, 1000, null],
    ['Linux with an empty display', 'linux', { DISPLAY: '' }, 1000, /no display/],
    ['a Mac', 'darwin', {}, 501, null],
    ['a Mac as root', 'darwin', {}, 0, /root/],
    ['Windows', 'win32', {}, undefined, null],
  ])('%s', (_what, platform, env, userId, why) => {
    const said = whyNoWindow({ platform, env, userId });
    if (why === null) expect(said).toBeNull();
    else expect(said).toMatch(why);
  });

  it('opens the browser by a file, never with the address among the arguments', () => {
    const file = '/home/a/Plumbline/open-0.html';
    expect(openerFor('linux', { DISPLAY: ':0' }, file)).toEqual({ command: 'xdg-open', args: [file] });
    expect(openerFor('darwin', {}, file)).toEqual({ command: 'open', args: [file] });
    expect(openerFor('win32', {}, file)).toEqual({ command: 'explorer.exe', args: [file] });
    expect(openerFor('linux', {}, file)).toBeNull();
    expect(redirectPage('http://127.0.0.1:1/start?token=a')).toContain('content="0;url=http://127.0.0.1:1/start?token=a"');
  });
});
