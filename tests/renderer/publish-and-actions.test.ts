import { describe, expect, test } from 'vitest';
import type { PublishIssue } from '#shared/contract/publish.ts';
import type { StagedAction } from '#shared/model/recommendation.ts';
import { joinAbove, setKind, stage, switchOn, toItems } from '#renderer/features/actions/import/staged.ts';
import { draftOf, planOf } from '#renderer/features/actions/list/draft.ts';
import { alike, issueWords, nextIssue, numbered } from '#renderer/features/publish/check/numbered.ts';
import { paginate } from '#renderer/features/publish/preview/paginate.ts';
import { readNames } from '#renderer/features/publish/steps/paste-names.ts';
import { cannotApprove, cannotPublish, firstOpen, type Standing, stepsOf } from '#renderer/features/publish/steps/steps.ts';

const STANDING: Standing = {
  kind: 'actionsOnly',
  words: 300,
  some: true,
  recommendations: 0,
  actions: 3,
  lacks: 0,
  writtenWords: 12,
  register: { person: 2, place: 1, organisation: 0, reference: 0 },
  blocks: 0,
  looks: 2,
  read: true,
  approvedBy: [],
  made: false,
};

describe('the steps', () => {
  test('the work is at the first that is not done', () => {
    const at = (change: Partial<Standing>): string => firstOpen(stepsOf({ ...STANDING, ...change }));
    expect(at({ some: false })).toBe('what');
    expect(at({ lacks: 1 })).toBe('what');
    expect(at({ writtenWords: 0 })).toBe('reason');
    expect(at({ register: { person: 0, place: 0, organisation: 0, reference: 0 } })).toBe('names');
    expect(at({ blocks: 1 })).toBe('check');
    expect(at({ read: false })).toBe('check');
    expect(at({})).toBe('approve');
    expect(at({ approvedBy: ['A'] })).toBe('make');
  });
  test('each state in words, one and many', () => {
    const words = (change: Partial<Standing>): string[] => stepsOf({ ...STANDING, ...change }).map((step) => step.words);
    expect(words({})[2]).toBe('2 names, 1 place');
    expect(words({ blocks: 1 })[3]).toBe('1 blocks, 2 to look at');
    expect(words({ blocks: 2, looks: 0 })[3]).toBe('2 block');
    expect(words({ recommendations: 1, actions: 1 })[0]).toBe('1 recommendation, 1 action');
  });
  test('nothing is approved unread or while something blocks; nothing made unapproved', () => {
    expect(cannotApprove({ blocks: 2, read: true })).toBe('2 things block this');
    expect(cannotApprove({ blocks: 0, read: false })).toContain('Read the whole text');
    expect(cannotApprove({ blocks: 0, read: true })).toBeNull();
    expect(cannotPublish({ blocks: 0, read: true, approvedBy: [] })).toBe('Not approved yet');
    expect(cannotPublish({ blocks: 0, read: false, approvedBy: ['A'] })).toBeNull();
    expect(cannotPublish({ blocks: 1, read: true, approvedBy: ['A'] })).toBe('1 thing blocks this');
  });
});

describe('names as pasted', () => {
  const read = (text: string, on: Parameters<typeof readNames>[1] = []) => readNames(text, on, new Map());
  test('signs, lists, other spellings, birthdays', () => {
    expect(
      read(
        '1. Odhran Pell = Child Q\r\n- Bryony Pell; Bree Pell → Mother,\n\nJonty Vane\tAdult V\nSal Orme, born 4 May 1989 => Adult S',
      ),
    ).toEqual([
      { kind: 'person', realName: 'Odhran Pell', aliases: [], pseudonym: 'Child Q', problem: null },
      { kind: 'person', realName: 'Bryony Pell', aliases: ['Bree Pell'], pseudonym: 'Mother', problem: null },
      { kind: 'person', realName: 'Jonty Vane', aliases: [], pseudonym: 'Adult V', problem: null },
      { kind: 'person', realName: 'Sal Orme', aliases: [], pseudonym: 'Adult S', dateOfBirth: '1989-05-04', problem: null },
    ]);
  });
  test('a hyphen in a name is no sign, and a kind is guessed', () => {
    const lines = read('Ann-Marie Lowe-Dunn\n14 Quarry Lane\nTarn Hill Primary School\n943 476 5919\nOster Homes Limited');
    expect(lines.map((line) => [line.realName, line.kind, line.pseudonym])).toEqual([
      ['Ann-Marie Lowe-Dunn', 'person', 'Person 1'],
      ['14 Quarry Lane', 'place', 'Place 1'],
      ['Tarn Hill Primary School', 'place', 'Place 2'],
      ['943 476 5919', 'reference', 'Reference 1'],
      ['Oster Homes Limited', 'organisation', 'Organisation 1'],
    ]);
  });
  test('what cannot stand says why', () => {
    const on = [{ kind: 'person' as const, realName: 'Odhran Pell', aliases: ['Odd'], pseudonym: 'Child Q' }];
    const lines = read(
      'odhran  pell\n= Adult B\nX\nMaud Pell = child q\nIda Bray = Ida Bray\nTom Bray = Adult T\nTim Bray = Adult T',
      on,
    );
    expect(lines.map((line) => line.problem)).toEqual([
      'On the register already.',
      'The name is missing before the sign.',
      'One letter is too little to look for.',
      'Someone else has that pseudonym.',
      'The pseudonym is the name itself.',
      null,
      'Someone else has that pseudonym.',
    ]);
    expect(read('Nan Bray', [{ ...on[0]!, pseudonym: 'Person 1' }])[0]?.pseudonym).toBe('Person 2');
  });
});

const issue = (change: Partial<PublishIssue>): PublishIssue => ({
  code: 'nameInText',
  message: 'A name is still in Action 2. On the register as Adult B.',
  where: { place: null, start: 0, end: 4, label: 'Action 2' },
  words: 'Pell',
  textHash: 'h',
  candidates: ['a'],
  replacement: 'Adult B',
  fixes: [{ action: 'pseudonym', label: 'Replace', entryId: null }],
  ...change,
});

describe('the list of what blocks', () => {
  test('numbers go on from what blocks to what is to be looked at; F8 goes round', () => {
    const all = numbered([issue({}), issue({})], [issue({ code: 'noDate' })]);
    expect(all.map((one) => [one.n, one.blocks])).toEqual([
      [1, true],
      [2, true],
      [3, false],
    ]);
    expect([nextIssue(all, null, false), nextIssue(all, 3, false), nextIssue(all, 1, true), nextIssue([], null, false)]).toEqual([
      1,
      1,
      3,
      null,
    ]);
    expect(nextIssue(all, null, true)).toBe(3);
    expect(issueWords(issue({}))).toEqual({ title: 'A name is still in Action 2', rest: 'On the register as Adult B.' });
    expect(issueWords(issue({ message: 'Action 8.1 has no owner. Does not block.' })).title).toBe('Action 8.1 has no owner');
  });
  test('one remedy serves those alike, never a doubtful one', () => {
    const all = numbered(
      [issue({}), issue({}), issue({ candidates: ['b'] }), issue({ candidates: ['a', 'b'], replacement: null })],
      [],
    );
    expect(alike(all, all[0]!).map((one) => one.n)).toEqual([1, 2]);
    expect(alike(all, all[3]!)).toEqual([]);
  });
});

describe('pages', () => {
  const block = (top: number, height: number, keepWithNext = false) => ({ top, bottom: top + height, keepWithNext });
  test('a heading goes over with what it heads, and a block higher than a page has its own', () => {
    expect(paginate([], 100)).toEqual([]);
    expect(paginate([block(0, 40), block(40, 40), block(80, 10, true), block(90, 30)], 100)).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(paginate([block(0, 10), block(10, 300), block(310, 10)], 100)).toEqual([[0], [1], [2]]);
    expect(paginate([block(0, 60, true), block(60, 60, true), block(120, 10)], 100)).toEqual([[0], [1, 2]]);
  });
});

const staged = (change: Partial<StagedAction>): StagedAction => ({
  kind: 'action',
  number: null,
  parent: null,
  heading: null,
  text: 'Text.',
  owners: [],
  leadAgency: null,
  timescale: null,
  successMeasure: null,
  assurance: [],
  ...change,
});

describe('what was read from a paper', () => {
  const list = () =>
    stage([
      staged({ kind: 'recommendation', text: 'R1' }),
      staged({ text: 'A1', parent: 0, owners: ['Nurse'] }),
      staged({ text: 'A2', parent: 0, heading: 'More', owners: ['Head', 'Nurse'], successMeasure: 'm' }),
      staged({ kind: 'recommendation', text: 'R2' }),
      staged({ text: 'A3', parent: 3 }),
    ]);
  test('a line that is off stays out, and what stood under it stands by itself', () => {
    expect(toItems(switchOn(list(), 1, false)).map((item) => item.parent)).toEqual([null, 0, null, 2]);
    expect(toItems(switchOn(list(), 0, false)).map((item) => item.parent)).toEqual([null, null, null, 2]);
  });
  test('joined, nothing is lost', () => {
    const joined = toItems(joinAbove(list(), 2));
    expect(joined[1]).toMatchObject({ text: 'A1\nMore. A2', owners: ['Nurse', 'Head'], successMeasure: 'm', parent: 0 });
    expect(toItems(joinAbove(list(), 3)).map((item) => [item.text, item.parent])).toEqual([
      ['R1', null],
      ['A1', 0],
      ['A2\nR2', 0],
      ['A3', 0],
    ]);
    expect(joinAbove(list(), 0)).toHaveLength(5);
  });
  test('a recommendation that becomes an action has nothing under it', () => {
    expect(toItems(setKind(list(), 3, 'action')).map((item) => item.parent)).toEqual([null, 0, 0, null, null]);
  });
});

test('an unchanged date keeps the day that it had; a new one is read', () => {
  const before = { asWritten: 'spring term', due: '2027-04-02' };
  const draft = draftOf({ ...staged({}), timescale: before });
  expect(planOf(draft, before, '2026-11-18').timescale).toEqual(before);
  expect(planOf({ ...draft, timescale: '31 March 2027' }, before, '2026-11-18').timescale).toEqual({
    asWritten: '31 March 2027',
    due: '2027-03-31',
  });
  expect(planOf({ ...draft, timescale: ' ' }, before, '2026-11-18').timescale).toBeNull();
  expect(planOf({ ...draft, owners: 'Head; Nurse\n\nChair ' }, before, '2026-11-18').owners).toEqual(['Head', 'Nurse', 'Chair']);
});
