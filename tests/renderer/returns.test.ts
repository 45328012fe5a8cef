import { describe, expect, it } from 'vitest';
import type { ReturnPreview } from '#shared/contract/returns.ts';
import type { ReturnProblem } from '#shared/model/agency-return.ts';
import { columnLetter } from '#renderer/features/returns/mapping/field-words.ts';
import { dateNotes } from '#renderer/features/returns/mapping/date-notes.ts';
import { cannotAdd, needsAgency } from '#renderer/features/returns/mapping/needs.ts';
import type { PendingReturn } from '#renderer/features/returns/pending/pending-return.ts';
import { placeWords } from '#renderer/features/returns/problems/problem-words.ts';

const problem = (more: Partial<ReturnProblem>): ReturnProblem => ({
  severity: 'warning',
  code: 'noYear',
  message: '“3 May” has no year.',
  table: 1,
  row: 8,
  ...more,
});
const preview = (more: Partial<ReturnPreview>): ReturnPreview => ({
  file: 'a.csv',
  format: 'csv',
  agencies: ['Kelder Early Help'],
  tables: 1,
  rowsRead: 2,
  entries: 2,
  columns: [],
  mapping: {},
  rows: [],
  datesSure: 2,
  datesWorkedOut: 0,
  datesToAsk: 0,
  problems: [],
  moreProblems: 0,
  earlier: null,
  ...more,
});
const pending = (more: Partial<PendingReturn> = {}): PendingReturn => ({
  key: 'r1',
  file: { ref: 'ref-ref-ref', name: 'a.csv', size: 1 },
  name: 'a.csv',
  agency: null,
  placed: {},
  replaces: undefined,
  diff: null,
  state: 'ready',
  progress: null,
  preview: null,
  error: null,
  accepted: false,
  ...more,
});

describe('where a problem is', () => {
  it.each([
    [{ table: 1, row: 8 }, false, 'Row 8'],
    [{ table: 2, row: 8 }, true, 'Table 2, row 8'],
    [{ table: 'Contacts', row: 8 }, true, 'Sheet “Contacts”, row 8'],
    [{ table: 0, row: 8 }, true, 'Paragraph 8'],
    [{ table: 2, row: null }, false, 'Table 2'],
    [{ table: null, row: null }, true, 'Whole file'],
  ])('%j, several tables: %s → %s', (at, several, words) => {
    expect(placeWords(at, several)).toBe(words);
  });
});

describe('columns', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [51, 'AZ'],
    [702, 'AAA'],
  ])('%i is %s', (index, letter) => expect(columnLetter(index)).toBe(letter));
});

describe('how a date reads', () => {
  const row = (more: Partial<ReturnPreview['rows'][number]>): ReturnPreview['rows'][number] => ({
    table: 1,
    row: 8,
    cells: [],
    dateWritten: '3 May',
    dateLabel: 'Sat 3 May 2025',
    dateNote: null,
    isEntry: true,
    ...more,
  });
  const note = (more: Partial<ReturnPreview['rows'][number]>, problems: ReturnProblem[] = []) =>
    dateNotes(preview({ problems }))(row(more)).words;
  it('by its problems, else by its label', () => {
    expect(note({}, [problem({}), problem({ code: 'wrongWeekday' })])).toBe('No year; Weekday does not fit');
    expect(note({}, [problem({ row: 9 })])).toBe('Exact');
    expect(note({ dateNote: 'Something that nobody named here.' })).toBe('To look at');
    expect(note({ dateWritten: ' ' })).toBe('As above');
    expect(note({ dateLabel: '22–28 Sep 2025' })).toBe('Range');
    expect(note({ dateLabel: 'c. 8 Sep 2025' })).toBe('About');
    expect(note({ dateLabel: 'from Sat 3 May 2025' })).toBe('Open range');
  });
});

describe('adding', () => {
  it('waits for whose it is, for what is in already, and for rows that were not taken whole', () => {
    const assumed = preview({ problems: [problem({ code: 'agencyAssumed', row: null, table: null })] });
    expect(needsAgency(pending(), assumed)).toBe(true);
    expect(needsAgency(pending({ agency: 'Kelder Early Help' }), assumed)).toBe(false);
    expect(needsAgency(pending(), preview({ agencies: [''] }))).toBe(true);
    // A nil return says nothing of its own: its agency has to be told.
    expect(needsAgency(pending(), preview({ entries: 0 }))).toBe(true);
    expect(cannotAdd(pending(), preview({}))).toBeNull();
    const same = { returnId: 'r', agencies: [], file: '', returnVersion: 1, because: 'bytes' as const, sameRows: 0, sameAs: 1 };
    expect(cannotAdd(pending({ replaces: null }), preview({ earlier: same }))).toMatch(/in already/);
    // A later version goes to the comparison; its agency is that of the return it corrects.
    const byName = preview({ earlier: { ...same, because: 'name', sameAs: null }, problems: assumed.problems });
    expect([cannotAdd(pending(), byName), needsAgency(pending({ replaces: null }), byName)]).toEqual([null, true]);
    const broken = preview({ problems: [problem({ severity: 'error' })] });
    expect(cannotAdd(pending(), broken)).toMatch(/accept/);
    expect(cannotAdd(pending({ accepted: true }), broken)).toBeNull();
    expect(cannotAdd(pending({ state: 'reading' }), preview({}))).toMatch(/being read/);
  });
});
