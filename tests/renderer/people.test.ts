import { describe, expect, it } from 'vitest';
import type { RegisterRow } from '#shared/contract/register.ts';
import { newId } from '#shared/kernel/ids.ts';
import type { KeptRegisterEntry } from '#shared/model/register.ts';
import { contextOf } from '#renderer/features/people/asks/context.ts';
import { keyOfRole, nextPseudonym, type ToName } from '#renderer/features/people/entry/next-pseudonym.ts';
import { readBirth } from '#renderer/features/people/entry/read-birth.ts';
import { groupOf, inOrder, matches } from '#renderer/features/people/list/register-groups.ts';
import { readRegisterFile } from '#renderer/features/people/register-file/read-register-file.ts';
import { entriesOf, readRoleLines } from '#renderer/features/people/roles/role-lines.ts';
import { labelPieces } from '#renderer/features/people/try-line/label-pieces.ts';

const row = (more: Partial<KeptRegisterEntry>, ask = 0): RegisterRow => ({
  entry: { id: newId(), kind: 'person', realName: 'Ola Brandt', aliases: [], pseudonym: 'Adult A', rowVersion: 1, ...more },
  mentions: 1,
  ask,
  spellings: [],
});

describe('the next free pseudonym', () => {
  const of = (more: Partial<ToName>, taken: string[] = []) =>
    nextPseudonym({ kind: 'person', realName: '', role: '', bornAfter: false, ...more }, taken);
  it('goes on with letters, one person to a letter, and passes over I and O', () => {
    expect(of({ bornAfter: true })).toBe('Child A');
    expect(of({ role: 'mother' }, ['Child A'])).toBe('Adult B');
    expect(of({ role: 'father' }, ['Child A', 'Adult H'])).toBe('Adult J');
    expect(of({ role: 'uncle' }, ['Adult N'])).toBe('Adult P');
    expect(of({ role: 'half-sister' }, ['Child V'])).toBe('Sibling A');
    expect(of({ role: 'mother’s brother' })).toBe('Adult A');
    const all = [...'ABCDEFGHJKLMNPQRSTUVWXYZ'].map((letter) => `Adult ${letter}`);
    expect(of({ role: 'aunt' }, all)).toBe('Adult 1');
  });
  it('keys professionals by role and places by kind', () => {
    expect(of({ role: 'Senior social worker' }, ['SW1', 'SW2'])).toBe('SW3');
    expect(of({ role: 'health visitor' }, ['sw1', 'hv1'])).toBe('HV2');
    expect(of({ kind: 'place', realName: 'Kelder Lane Primary School' }, ['School 1'])).toBe('School 2');
    expect(of({ kind: 'place', realName: '4 Quay Street' })).toBe('Address 1');
    expect(of({ kind: 'organisation' })).toBe('Organisation 1');
    expect(keyOfRole('mother')).toBeNull();
  });
});

describe('groups', () => {
  it.each([
    [{ pseudonym: 'Child V' }, 'family'],
    [{ pseudonym: 'Adult B', publishAs: 'role' as const }, 'family'],
    [{ pseudonym: 'DSL1' }, 'professionals'],
    [{ pseudonym: 'Officer 3' }, 'professionals'],
    [{ pseudonym: 'N Osei', publishAs: 'realName' as const }, 'professionals'],
    [{ pseudonym: 'The neighbour' }, 'family'],
    [{ kind: 'reference' as const, pseudonym: '' }, 'numbers'],
  ])('%j is of %s', (entry, group) => expect(groupOf(row(entry).entry)).toBe(group));
  it('come in order, children first, and as people count', () => {
    const rows = ['SW10', 'Adult B', 'SW2', 'Sibling W', 'Child V'].map((pseudonym) => row({ pseudonym }));
    expect(inOrder(rows).map(({ entry }) => entry.pseudonym)).toEqual(['Child V', 'Sibling W', 'Adult B', 'SW2', 'SW10']);
  });
  it('are searched without accents, by any spelling', () => {
    const one = { ...row({ realName: 'Łucja Nôrd', aliases: ['Lu'] }, 1), spellings: [{ text: 'Mrs O’Nord', count: 2 }] };
    expect(matches(one, { words: 'nord', toSettle: false })).toBe(true);
    expect(matches(one, { words: 'ONORD', toSettle: true })).toBe(true);
    expect(matches(row({}), { words: '', toSettle: true })).toBe(false);
  });
});

describe('professionals, many at once', () => {
  it('reads names and roles however they are parted, and says what is missing', () => {
    const rows = [
      row({ realName: 'Amy Stone', pseudonym: 'SW1', role: 'social worker', publishAs: 'role', aliases: ['A Stone'] }),
    ];
    const lines = readRoleLines(
      'Sian Bevan, health visitor\nAmy Stone\tsocial worker\nDr Femi Ade – GP [GP7]\n\nBevan\nSian Bevan; midwife\nJo Lee, social worker (SW1)',
      rows,
    );
    expect(lines.map(({ name, role, key }) => [name, role, key])).toEqual([
      ['Sian Bevan', 'health visitor', 'HV1'],
      ['Amy Stone', 'social worker', 'SW1'],
      ['Dr Femi Ade', 'GP', 'GP7'],
      ['Bevan', '', 'Adult A'],
      ['Sian Bevan', 'midwife', 'MW1'],
      ['Jo Lee', 'social worker', 'SW1'],
    ]);
    expect(lines.map(({ problem }) => problem !== null)).toEqual([false, false, false, true, true, true]);
    const kept = entriesOf(lines, rows);
    expect(kept).toHaveLength(3);
    expect(kept[1]).toMatchObject({ id: rows[0]?.entry.id, aliases: ['A Stone'], pseudonym: 'SW1', publishAs: 'role' });
  });
});

describe('a register file', () => {
  const read = (text: string) => readRegisterFile(new Blob([text]));
  const entry = { id: 'a', kind: 'person', realName: 'Ola Brandt', aliases: [], pseudonym: 'Adult A' };
  it('is a list of entries, or says where it is not', async () => {
    expect(await read(`\uFEFF${JSON.stringify([entry])}`)).toEqual({ ok: true, entries: [entry] });
    expect(await read('{')).toMatchObject({ ok: false });
    expect(await read('[]')).toEqual({ ok: false, why: 'The list is empty. Nothing was added.' });
    expect(await read(JSON.stringify([entry, { ...entry, pseudonym: 7 }]))).toMatchObject({
      why: expect.stringMatching(/^Entry 2, “pseudonym”/),
    });
    expect(await read(JSON.stringify({ people: [] }))).toMatchObject({ why: expect.stringMatching(/^The file does not/) });
  });
});

describe('small readings', () => {
  it('a birth is one day', () => {
    expect(readBirth('3 Feb 1990')).toBe('1990-02-03');
    expect(readBirth('1990')).toBeNull();
    expect(readBirth('31/02/1990')).toBeNull();
  });
  it('a mention in its line is cut between words', () => {
    const text = `${'word '.repeat(40)}Nan ${'said '.repeat(40)}`;
    const start = text.indexOf('Nan');
    const contextStart = start - 90;
    const found = contextOf({ context: text.slice(contextStart, start + 93), contextStart, start, end: start + 3 });
    expect(found.words).toBe('Nan');
    expect(found.before.startsWith('… word')).toBe(true);
    expect(found.after.endsWith('said …')).toBe(true);
    expect(contextOf({ context: 'Nan.', contextStart: 0, start: 0, end: 3 })).toEqual({ before: '', words: 'Nan', after: '.' });
  });
  it('an anonymised line is cut where names were replaced', () => {
    const pieces = labelPieces('Adult B rang Adult BB’s [undecided].', ['Adult B', 'Adult BB']);
    expect(pieces.map(({ text, as }) => `${as}:${text}`)).toEqual([
      'chip:Adult B',
      'text: rang ',
      'chip:Adult BB',
      'text:’s ',
      'undecided:undecided',
      'text:.',
    ]);
  });
});
