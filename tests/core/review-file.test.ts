import { createDecipheriv, createHmac, pbkdf2Sync } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { APPLICATION_ID, openConnection } from '#core/db/connection.ts';
import { deriveKey, saltOf } from '#core/db/key.ts';
import { createFile, openEngine } from '#core/engine/open-engine.ts';
import { NEWEST_VERSION } from '#core/db/migrations/index.ts';
import { createReviewFile, keyFor, openReview } from '#core/review-file/open-review.ts';
import { holdFileOf } from '#core/review-file/hold.ts';
import { needsWorkingCopy, openWorkingCopy } from '#core/review-file/working-copy.ts';
import { recoverySheet } from '#core/review-file/recovery-sheet.ts';
import { backup, backupFolderOf, COPIES_KEPT } from '#core/db/backup.ts';
import type { SessionState } from '#shared/contract/session.ts';
import { newId } from '#shared/kernel/ids.ts';
import { anonymised, emptyFile, later, openTest, REVIEWER, tempFolder, TEST_KEY, testWorkbench, withEntries } from './harness.ts';

const PASSPHRASE = 'four ordinary words here';
const seed = {
  title: 'T',
  reference: 'R',
  profile: 'lcspr' as const,
  partnership: '',
  subject: '',
  scopeFrom: null,
  scopeTo: null,
  authorName: '',
  authorPost: '',
};
const NOW = '2026-11-16T10:00:00.000Z';
const how = (path: string, folder: string, who = 'Colin Trewartha') => ({
  path,
  who,
  threads: false,
  dataFolder: folder,
  now: () => Date.now(),
  onRows: () => {},
});
const control = { signal: new AbortController().signal, callId: '1', onProgress: () => {} };

describe('a review is a standard SQLCipher 4 database', () => {
  test('page 1 verifies and decrypts with node:crypto alone', async () => {
    const path = join(tempFolder(), 'a.review');
    await createReviewFile(path, PASSPHRASE, seed, REVIEWER, NOW);
    const page = readFileSync(path).subarray(0, 4096);
    const salt = page.subarray(0, 16);
    const key = pbkdf2Sync(PASSPHRASE, salt, 256_000, 32, 'sha512');
    const macKey = pbkdf2Sync(key, Buffer.from(salt.map((byte) => byte ^ 0x3a)), 2, 32, 'sha512');
    // Reserve of 80 bytes at the page's end: IV 16, HMAC-SHA512 64. The page number goes into the HMAC, little end first.
    const iv = page.subarray(4016, 4032);
    const mac = createHmac('sha512', macKey)
      .update(page.subarray(16, 4032))
      .update(Buffer.from([1, 0, 0, 0]))
      .digest();
    expect(mac.equals(page.subarray(4032, 4096))).toBe(true);
    const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
    const plain = Buffer.concat([decipher.update(page.subarray(16, 4016)), decipher.final()]);
    expect(plain.readUInt16BE(0)).toBe(4096);
    // Offset 100 of the database is a b-tree page of the schema: interior (5) or leaf (13).
    expect([5, 13]).toContain(plain[100 - 16]);
    expect(plain.readUInt32BE(68 - 16)).toBe(APPLICATION_ID);
  });

  test('no text of the review stands in the file as it lies on the disk', async () => {
    const t = await openTest();
    await withEntries(t, 3, () => 'Seen by the school nurse Quernstone');
    await t.core.close();
    expect(readFileSync(t.path).includes('Quernstone')).toBe(false);
  });
});

describe('opening', () => {
  test('a wrong passphrase, a picture and a missing file each get their own plain words', async () => {
    const folder = tempFolder();
    const path = join(folder, 'a.review');
    await createReviewFile(path, PASSPHRASE, seed, REVIEWER, NOW);
    const wrong = await keyFor(path, { passphrase: 'not these four words' });
    await expect(openReview(how(path, folder), wrong)).rejects.toMatchObject({
      code: 'wrongPassphrase',
      message: expect.stringContaining('recovery sheet'),
    });
    expect(existsSync(holdFileOf(path))).toBe(false);
    writeFileSync(join(folder, 'b.review'), 'PK\u0003\u0004 this is a zip and no review at all');
    await expect(keyFor(join(folder, 'b.review'), { passphrase: PASSPHRASE })).rejects.toMatchObject({ code: 'notAReview' });
    await expect(keyFor(join(folder, 'c.review'), { passphrase: PASSPHRASE })).rejects.toMatchObject({ code: 'fileMissing' });
    writeFileSync(join(folder, 'd.review'), readFileSync(path).subarray(0, 5000));
    await expect(
      openReview(how(join(folder, 'd.review'), folder), await deriveKey(PASSPHRASE, saltOf(path))),
    ).rejects.toMatchObject({ code: 'notAReview' });
  });

  test('a damaged page is refused, and the file is left as it was', async () => {
    const t = await openTest();
    await withEntries(t, 30);
    await t.core.close();
    const bytes = readFileSync(t.path);
    for (let page = 1; page < bytes.length / 4096; page++) bytes[page * 4096 + 200]! ^= 0xff;
    writeFileSync(t.path, bytes);
    expect(() => openEngine({ path: t.path, key: TEST_KEY, readOnly: false }, 'writer')).toThrow();
    expect(readFileSync(t.path).equals(bytes)).toBe(true);
  });

  test('a newer file is refused unharmed', async () => {
    const path = emptyFile();
    const connection = openConnection(path, TEST_KEY, 'write', 'rollback');
    connection.pragma(`user_version=${NEWEST_VERSION + 10}`);
    connection.close();
    const before = readFileSync(path);
    expect(() => openEngine({ path, key: TEST_KEY, readOnly: false }, 'writer')).toThrow(
      expect.objectContaining({ code: 'newerFile' }),
    );
    expect(() => openEngine({ path, key: TEST_KEY, readOnly: true }, 'reader')).toThrow(
      expect.objectContaining({ code: 'newerFile' }),
    );
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(dirname(path))).toEqual(['test.review']);
  });

  test('a short passphrase and an existing name are refused', async () => {
    const folder = tempFolder();
    await expect(createReviewFile(join(folder, 'a.review'), '  ', seed, REVIEWER, NOW)).rejects.toMatchObject({
      code: 'weakPassphrase',
    });
    writeFileSync(join(folder, 'b.review'), 'something of somebody');
    await expect(createReviewFile(join(folder, 'b.review'), PASSPHRASE, seed, REVIEWER, NOW)).rejects.toMatchObject({
      code: 'fileExists',
    });
    expect(readFileSync(join(folder, 'b.review'), 'utf8')).toBe('something of somebody');
  });

  test('a second opener reads only, and is told who holds it; afterwards one tidy file is left', async () => {
    const folder = tempFolder();
    const path = join(folder, 'a.review');
    const { key } = await createReviewFile(path, PASSPHRASE, seed, REVIEWER, NOW);
    const first = await openReview(how(path, folder), key);
    const second = await openReview(how(path, folder, 'Helen Marsden'), key);
    expect(first.readOnly).toBe(false);
    expect(second).toMatchObject({ readOnly: true, holder: 'Colin Trewartha on this computer' });
    await expect(
      second.core.command('theme.add', { id: newId(), parentId: null, name: 'x', definition: '' }, REVIEWER, NOW),
    ).rejects.toMatchObject({ code: 'readOnly' });
    await first.core.command('theme.add', { id: newId(), parentId: null, name: 'Days', definition: '' }, REVIEWER, NOW);
    expect(await second.core.query('theme.list', {}, REVIEWER, NOW)).toHaveLength(1);
    await second.close();
    await first.close();
    expect(readdirSync(folder)).toEqual(['a.review']);
  });

  test('a hold left by a crash is taken over; one on another computer is respected', async () => {
    const folder = tempFolder();
    const path = join(folder, 'a.review');
    const { key } = await createReviewFile(path, PASSPHRASE, seed, REVIEWER, NOW);
    const { hostname } = await import('node:os');
    writeFileSync(holdFileOf(path), JSON.stringify({ token: 'x', host: hostname(), pid: 2 ** 22 - 3, who: 'Gone', since: NOW }));
    const opened = await openReview(how(path, folder), key);
    expect(opened.readOnly).toBe(false);
    await opened.close();
    writeFileSync(
      holdFileOf(path),
      JSON.stringify({ token: 'x', host: 'another-computer', pid: 1, who: 'Helen Marsden', since: NOW }),
    );
    const other = await openReview(how(path, folder), key);
    expect(other).toMatchObject({ readOnly: true, holder: 'Helen Marsden on another-computer' });
    await other.close();
  });
});

describe('keys', () => {
  test('the recovery sheet opens the file, as hexadecimal or as words; a new passphrase means a new sheet', async () => {
    const w = testWorkbench();
    const service = w.workbench.connect();
    const call = async (name: string, input: unknown): Promise<unknown> => service.call(name, input, control);
    const made = (await call('session.create', {
      place: 'one.review',
      title: 'Child S',
      profile: 'lcspr',
      scopeFrom: null,
      scopeTo: null,
      passphrase: PASSPHRASE,
      person: { name: 'Nadia', post: 'Reviewer', role: 'reviewer' },
    })) as { recoverySheet: ReturnType<typeof recoverySheet> };
    const sheet = made.recoverySheet;
    expect(sheet.code.length).toBe(sheet.code[0]!.length);
    await call('session.close', {});
    for (const recovery of [`${sheet.rawKey} ${sheet.salt}`, sheet.rawKey.toUpperCase(), sheet.words.join(' ')]) {
      await call('session.open', { place: 'one.review', recovery });
      await call('session.close', {});
    }
    await expect(call('session.open', { place: 'one.review', recovery: '00'.repeat(32) })).rejects.toMatchObject({
      code: 'wrongPassphrase',
    });
    await call('session.open', { place: 'one.review', passphrase: PASSPHRASE });
    await expect(
      call('session.changePassphrase', { passphrase: 'not the passphrase', newPassphrase: 'another four words' }),
    ).rejects.toMatchObject({ code: 'wrongPassphrase' });
    const next = (await call('session.changePassphrase', { passphrase: PASSPHRASE, newPassphrase: 'another four words' })) as {
      rawKey: string;
    };
    expect(next.rawKey).not.toBe(sheet.rawKey);
    await call('theme.add', { id: newId(), parentId: null, name: 'after the change', definition: '' });
    await call('session.close', {});
    await expect(call('session.open', { place: 'one.review', passphrase: PASSPHRASE })).rejects.toMatchObject({
      code: 'wrongPassphrase',
    });
    await expect(call('session.open', { place: 'one.review', recovery: sheet.rawKey })).rejects.toMatchObject({
      code: 'wrongPassphrase',
    });
    await call('session.open', { place: 'one.review', passphrase: 'another four words' });
    expect(await call('theme.list', {})).toHaveLength(1);
    expect(await call('review.verify', {})).toMatchObject({ ok: true });
  });

  test('locked, nothing is answered but the reference; idle, it locks itself; unlocked, all is there', async () => {
    const w = testWorkbench({ idleLockMinutes: 15 });
    const service = w.workbench.connect();
    const call = async (name: string, input: unknown): Promise<unknown> => service.call(name, input, control);
    const person = { name: 'Nadia', post: 'Reviewer', role: 'reviewer' };
    const asked = { place: 'one.review', title: 'Child S', profile: 'lcspr', scopeFrom: null, scopeTo: null, person };
    await expect(call('session.create', { ...asked, passphrase: 'too short' })).rejects.toMatchObject({ code: 'weakPassphrase' });
    await call('session.create', {
      place: 'one.review',
      title: 'Child S',
      reference: 'LCSPR 2026/02',
      profile: 'lcspr',
      scopeFrom: null,
      scopeTo: null,
      passphrase: PASSPHRASE,
      person: { name: 'Nadia', post: 'Reviewer', role: 'reviewer' },
    });
    await call('session.lock', {});
    expect((await call('session.get', {})) as SessionState).toMatchObject({ state: 'locked', reference: 'LCSPR 2026/02' });
    for (const name of ['review.get', 'chronology.page', 'register.list', 'history.list']) {
      await expect(call(name, { filter: {}, from: null, limit: 1, before: null })).rejects.toMatchObject({ code: 'locked' });
    }
    await expect(call('session.unlock', { passphrase: 'wrong wrong wrong' })).rejects.toMatchObject({ code: 'wrongPassphrase' });
    await call('session.unlock', { passphrase: PASSPHRASE });
    expect(await call('review.get', {})).toMatchObject({ title: 'Child S' });
  });
});

describe('left alone', () => {
  test('for longer than the limit, a window locks itself; work that runs is not cut off', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    later(() => void vi.useRealTimers());
    const w = testWorkbench({ idleLockMinutes: 15 });
    const service = w.workbench.connect();
    const call = async (name: string, input: unknown): Promise<unknown> => service.call(name, input, control);
    await call('session.create', {
      place: 'one.review',
      title: 'Child S',
      profile: 'lcspr',
      scopeFrom: null,
      scopeTo: null,
      passphrase: PASSPHRASE,
      person: { name: 'Nadia', post: '', role: 'reviewer' },
    });
    w.clock.now += 14 * 60_000;
    vi.advanceTimersByTime(60_000);
    expect(await call('theme.list', {})).toEqual([]);
    w.clock.now += 14 * 60_000;
    // Asking only what is open is no sign of life.
    await call('session.get', {});
    w.clock.now += 2 * 60_000;
    vi.advanceTimersByTime(60_000);
    await vi.waitFor(async () => expect(await call('session.get', {})).toMatchObject({ state: 'locked' }));
  });

  test('a review that is only looked at stays byte for byte as it was', async () => {
    const w = testWorkbench();
    const path = join(w.folder, 'one.review');
    await createReviewFile(path, PASSPHRASE, seed, REVIEWER, NOW);
    await w.workbench.open(path, PASSPHRASE, null);
    await w.workbench.connect().call('theme.add', { id: newId(), parentId: null, name: 'Days', definition: '' }, control);
    await w.workbench.close();
    const before = readFileSync(path);
    const again = testWorkbench();
    await again.workbench.open(path, PASSPHRASE, null);
    const service = again.workbench.connect();
    await service.call('chronology.page', { filter: {}, from: null, limit: 10 }, control);
    await service.call('review.verify', {}, control);
    await again.workbench.close();
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe('copies', () => {
  test('a backup is encrypted, opens, holds the same rows; the oldest goes', async () => {
    const t = await openTest();
    await withEntries(t, 5);
    let last = '';
    for (let i = 0; i < COPIES_KEPT + 2; i++) last = await t.core.backup('saved', Date.UTC(2026, 10, 16, 10, i));
    expect(readdirSync(backupFolderOf(t.path)).length).toBe(COPIES_KEPT);
    const copy = openConnection(last, TEST_KEY, 'read');
    later(() => void copy.close());
    expect(copy.prepare('SELECT count(*) FROM event').pluck().get()).toBe(5);
    expect(readFileSync(last).includes('Entry number')).toBe(false);
  });

  test('a folder that cannot be written to is said so', () => {
    const path = emptyFile();
    const connection = openConnection(path, TEST_KEY, 'read');
    later(() => void connection.close());
    writeFileSync(backupFolderOf(path), 'a file where the folder should be');
    expect(() => backup(connection, path, TEST_KEY, 'saved', 0)).toThrow(expect.objectContaining({ code: 'writeFailed' }));
  });

  test.each([
    ['/home/x/OneDrive - Ostermere Council/reviews/a.review', true],
    ['C:\\Users\\x\\OneDrive\\a.review', true],
    ['/Users/x/Library/Mobile Documents/com~apple~CloudDocs/a.review', true],
    ['\\\\server\\share\\a.review', true],
    ['/home/x/Dropbox/a.review', true],
    ['/home/x/onedrives-are-fine/a.review', false],
    ['/home/x/reviews/a.review', false],
  ])('%s is worked on by copy: %s', (path, expected) => {
    expect(needsWorkingCopy(path)).toBe(expected);
  });

  test('in a synchronised folder the work is on a copy, written back whole, and a changed file is never overwritten', async () => {
    const folder = tempFolder();
    const shared = join(folder, 'OneDrive', 'reviews');
    mkdirSync(shared, { recursive: true });
    const path = join(shared, 'a.review');
    const { key } = await createReviewFile(path, PASSPHRASE, seed, REVIEWER, NOW);
    const before = readFileSync(path);
    const opened = await openReview(how(path, join(folder, 'data')), key);
    expect(opened.workingCopy).toBe(true);
    await opened.core.command('theme.add', { id: newId(), parentId: null, name: 'Days', definition: '' }, REVIEWER, NOW);
    expect(readFileSync(path).equals(before)).toBe(true);
    await opened.keep();
    expect(readFileSync(path).equals(before)).toBe(false);
    await opened.core.command('theme.add', { id: newId(), parentId: null, name: 'Nights', definition: '' }, REVIEWER, NOW);
    await opened.close();
    expect(readdirSync(shared)).toEqual(['a.review']);
    const again = await openReview(how(path, join(folder, 'data')), key);
    expect(await again.core.query('theme.list', {}, REVIEWER, NOW)).toHaveLength(2);
    // Somebody else's copy arrives by synchronisation while this one is being worked on.
    writeFileSync(path, before);
    await again.core.command('theme.add', { id: newId(), parentId: null, name: 'Weekends', definition: '' }, REVIEWER, NOW);
    await expect(again.close()).rejects.toMatchObject({ code: 'driveChanged' });
    expect(readFileSync(path).equals(before)).toBe(true);
    const kept = readdirSync(shared).find((name) => name.includes('kept'))!;
    const ours = await openReview(how(join(shared, kept), join(folder, 'data')), key);
    expect(await ours.core.query('theme.list', {}, REVIEWER, NOW)).toHaveLength(3);
    await ours.close();
  });

  test('a working copy that a crash left is adopted when the folder’s file is still the one it came from', () => {
    const folder = tempFolder();
    const path = join(folder, 'a.review');
    writeFileSync(path, 'one');
    const copy = openWorkingCopy(path, folder);
    writeFileSync(copy.path, 'one and my work');
    const again = openWorkingCopy(path, folder);
    expect(readFileSync(again.path, 'utf8')).toBe('one and my work');
    writeFileSync(path, 'two, by somebody else');
    const third = openWorkingCopy(path, folder);
    expect(readFileSync(third.path, 'utf8')).toBe('two, by somebody else');
    expect(readdirSync(dirname(third.path)).filter((name) => name.startsWith('left'))).toHaveLength(1);
  });
});

describe('what is deleted', () => {
  test('is in no page of the file any more', async () => {
    const t = await openTest();
    const { eventIds, agencyId } = await withEntries(t, 40);
    const entry = await t.call('register.add', {
      id: newId(),
      kind: 'person',
      realName: 'Peregrine Holloway',
      aliases: [],
      pseudonym: 'Adult Z',
    });
    const row = (await t.call('chronology.page', { filter: {}, from: null, limit: 5 })).rows[0]!;
    const note = await t.call('annotation.add', {
      id: newId(),
      eventId: eventIds[0]!,
      eventRowVersion: row.rowVersion,
      body: 'Spoke to Peregrine Holloway about it',
    });
    expect(agencyId).toBeTruthy();
    await t.call('annotation.remove', { id: note.id, rowVersion: note.rowVersion });
    await t.call('register.remove', { id: entry.id, rowVersion: entry.rowVersion });
    await t.core.close();
    const connection = openConnection(t.path, TEST_KEY, 'write', 'rollback');
    // History keeps the before-images until retention erases them; then no page may hold the name.
    connection.exec(`UPDATE "changeRow" SET delta = NULL`);
    connection.close();
    expect(plainPages(t.path).some((page) => page.includes('Peregrine'))).toBe(false);
  });

  test('from the search index leaves no word behind, without any tidying', async () => {
    const t = await openTest();
    await withEntries(t, 60, (i) => (i === 30 ? 'Zephyrine telephoned' : `Call ${i}`));
    const page = await t.call('chronology.page', { filter: { search: 'Zephyrine' }, from: null, limit: 5 });
    expect(page.rows).toHaveLength(1);
    await t.call(
      'history.undo',
      {},
      { name: 'Colin Trewartha', post: 'Business Manager', role: 'businessManager', view: 'identified' },
    );
    await t.core.close();
    const pages = plainPages(t.path);
    const holding = pages.filter((bytes) => /zephyrine/i.test(bytes.toString('latin1')));
    // The before-images of the undo hold it, on purpose, until retention; the index's own pages must not.
    const index = indexRoots(t.path);
    expect(holding.length).toBeGreaterThan(0);
    expect(index.some((number) => /zephyrine/i.test(pages[number - 1]!.toString('latin1')))).toBe(false);
  });
});

/** Every page decrypted by hand, free pages included. */
function plainPages(path: string): Buffer[] {
  const bytes = readFileSync(path);
  const key = Buffer.from(TEST_KEY.key, 'hex');
  return Array.from({ length: statSync(path).size / 4096 }, (_, i) => {
    const page = bytes.subarray(i * 4096, (i + 1) * 4096);
    const decipher = createDecipheriv('aes-256-cbc', key, page.subarray(4016, 4032)).setAutoPadding(false);
    return Buffer.concat([decipher.update(page.subarray(i === 0 ? 16 : 0, 4016)), decipher.final()]);
  });
}

function indexRoots(path: string): number[] {
  const connection = openConnection(path, TEST_KEY, 'read');
  try {
    return connection
      .prepare(`SELECT rootpage FROM sqlite_schema WHERE name LIKE 'eventSearch%' AND rootpage > 0`)
      .pluck()
      .all() as number[];
  } finally {
    connection.close();
  }
}

test('an anonymised session gets no recovery sheet', async () => {
  expect(anonymised(REVIEWER).view).toBe('anonymised');
  const w = testWorkbench();
  const service = w.workbench.connect('anonymised');
  await expect(service.call('session.recoverySheet', { passphrase: PASSPHRASE }, control)).rejects.toMatchObject({
    code: 'identifiedOnly',
  });
  copyFileSync(emptyFile(), join(w.folder, 'x.review'));
});
test('a file is made whole', () => {
  const path = join(tempFolder(), 'made.review');
  createFile(path, TEST_KEY);
  expect(statSync(path).size % 4096).toBe(0);
});
