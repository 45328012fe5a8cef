import { expect, test } from 'vitest';
import type { OutputOf } from '#shared/contract/index.ts';
import { openOriginal, pageOf } from '#core/features/returns/original/original-lines.ts';
import { readOriginalPage } from '#core/workers/original-reader.ts';
import { cell, makeDocx, paragraph, row, run, table, text } from '../fixtures/returns/make-docx.ts';
import { readRaw } from '../unit/returns/support.ts';
import { testWorkbench } from './harness.ts';

type Page = OutputOf<'returns.originalPage'>;

const DELETED = '<w:del w:id="9" w:author="A"/>';
const REPORT = makeDocx(
  paragraph(run('Report of the school'), '<w:pStyle w:val="Heading1"/>') +
    text('The chronology follows.') +
    table([
      ['Date', 'Source', 'What happened'],
      ['12/03/2024', 'Register', cell(paragraph(run('Absent in the morning.') + run('private words', '<w:vanish/>')))],
      row(['13/03/2024', 'Register', 'Struck from the list.'], DELETED),
      ['14/03/2024', 'Diary', 'Collected by her aunt.'],
    ]) +
    text('End of the report.') +
    table([
      ['Name', 'Post'],
      ['A. Carver', 'Teacher'],
    ]),
);

async function opened(): Promise<(name: string, input: unknown) => Promise<unknown>> {
  const w = testWorkbench();
  const service = w.workbench.connect();
  const call = (name: string, input: unknown): Promise<unknown> =>
    service.call(name, input, { signal: new AbortController().signal, callId: '1', onProgress: () => {} });
  await call('session.create', {
    place: 'a.review',
    title: 'Child S',
    profile: 'lcspr',
    scopeFrom: '2024-03-01',
    scopeTo: '2025-11-09',
    passphrase: 'four ordinary words here',
    person: { name: 'Rhiannon Pugh', post: 'Business Manager', role: 'businessManager' },
  });
  const add = async (name: string, bytes: Uint8Array): Promise<string> => {
    const input = { file: w.give(name, bytes), agency: 'Kelder Primary School', acceptProblems: true };
    return ((await call('returns.import', input)) as OutputOf<'returns.import'>).returnId ?? '';
  };
  return (name, input) => (name === 'add' ? add(...(input as [string, Uint8Array])) : call(name, input));
}

test('an original opens at a row: its paragraphs and tables in order, what is hidden or struck out marked, the cell pointed out', async () => {
  const call = await opened();
  const id = (await call('add', ['report.docx', REPORT])) as string;
  const place = { table: 1, row: 4, column: 'What happened' };
  const page = (await call('returns.originalPage', { id, place, from: null, limit: 100 })) as Page;
  expect([page.total, page.from, page.at, page.cell]).toEqual([9, 0, 5, 2]);
  expect(page.tables).toEqual([
    { ref: 1, first: 2, rows: 4 },
    { ref: 2, first: 7, rows: 2 },
  ]);
  expect(page.lines.map((line) => (line.kind === 'row' ? `${line.table}:${line.row}` : line.text))).toEqual([
    'Report of the school',
    'The chronology follows.',
    '1:1',
    '1:2',
    '1:3',
    '1:4',
    'End of the report.',
    '2:1',
    '2:2',
  ]);
  const [title, , , hidden, struck, asked] = page.lines;
  expect(title).toMatchObject({ kind: 'paragraph', heading: true });
  expect(hidden?.kind === 'row' && hidden.cells[2]?.marks.map((mark) => mark.code)).toEqual(['hiddenText']);
  expect(hidden?.kind === 'row' && hidden.cells[2]?.text).toBe('Absent in the morning.');
  expect(struck).toMatchObject({ deleted: true, eventId: null });
  expect(asked?.eventId).toMatch(/^[0-9a-f-]{36}$/);

  await call('session.setView', { view: 'anonymised' });
  await expect(call('returns.originalPage', { id, place: null, from: null, limit: 10 })).rejects.toMatchObject({
    code: 'identifiedOnly',
  });
});

test('turning a page does not read the file again; another file takes its place; what fails is asked for afresh', async () => {
  const ask = { place: null, words: null, from: 0, limit: 10 };
  let loaded = 0;
  const load = async (): Promise<Uint8Array> => {
    loaded += 1;
    return REPORT;
  };
  const file = { key: 'a', file: 'report.docx', lastRows: [] };
  const [one, two] = await Promise.all([readOriginalPage(file, load, ask), readOriginalPage(file, load, { ...ask, from: 3 })]);
  expect([one.from, two.from, loaded]).toEqual([0, 3, 1]);
  await readOriginalPage({ ...file, key: 'b' }, load, ask);
  expect(loaded).toBe(2);
  const broken = async (): Promise<Uint8Array> => new TextEncoder().encode('PK\u0003\u0004 no file');
  await expect(readOriginalPage({ ...file, key: 'c' }, broken, ask)).rejects.toMatchObject({ code: 'unreadableFile' });
  expect((await readOriginalPage({ ...file, key: 'c' }, load, ask)).total).toBe(9);
  const stopped = new AbortController();
  stopped.abort();
  await expect(readOriginalPage(file, load, ask, stopped.signal)).rejects.toMatchObject({ code: 'cancelled' });
});

test('a long file opens at its 9,000th row, and the page before is a page of its own', () => {
  const csv = ['Date,What happened', ...Array.from({ length: 10_000 }, (_, i) => `01/04/2024,Visit number ${i + 2}`)].join('\n');
  const long = openOriginal(readRaw(csv, 'visits.csv'), new Map());
  const page = pageOf(long, { place: { table: 1, row: 9_000 }, words: 'Visit number 9000', from: null, limit: 60 });
  expect([page.total, page.lines.length, page.at, page.cell]).toEqual([10_001, 60, 8_999, 1]);
  expect(page.lines[(page.at ?? 0) - page.from]?.row).toBe(9_000);
  const before = pageOf(long, { place: null, words: null, from: page.from - 60, limit: 60 });
  expect([before.from, before.lines.at(-1)?.row, before.at]).toEqual([page.from - 60, page.from, null]);
});

test('a row that is not there is the nearest; a chronology in a layout table shows its own rows', () => {
  const plain = openOriginal(readRaw(REPORT), new Map());
  const at = (table: number, row: number): number | null =>
    pageOf(plain, { place: { table, row }, words: null, from: null, limit: 3 }).at;
  expect([at(1, 99), at(0, 3), at(7, 1)]).toEqual([5, 6, null]);
  const inner = table([
    ['Date', 'What happened'],
    ['12/03/2024', 'Absent.'],
  ]);
  const layout = readRaw(makeDocx(table([[cell(inner + paragraph(''))]])));
  expect(openOriginal(layout, new Map()).total).toBe(1);
  const page = pageOf(openOriginal(layout, new Map([[1, 2]])), {
    place: { table: 1, row: 2 },
    words: 'Absent.',
    from: null,
    limit: 9,
  });
  expect([page.total, page.at, page.cell]).toEqual([2, 1, 1]);
});
