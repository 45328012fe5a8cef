import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import type { OutputOf } from '#shared/contract/index.ts';
import { fillDocx } from '../fixtures/returns/fill-form.ts';
import { makeDocx, table } from '../fixtures/returns/make-docx.ts';
import { testWorkbench, type TestWorkbench } from './harness.ts';

type Call = (name: string, input: unknown) => Promise<unknown>;

async function review(): Promise<{ w: TestWorkbench; call: Call; bytes(file: string | null): Uint8Array }> {
  const w = testWorkbench();
  const service = w.workbench.connect();
  const call: Call = (name, input) =>
    service.call(name, input, { signal: new AbortController().signal, callId: '1', onProgress: () => {} });
  await call('session.create', {
    place: 'a.review',
    title: 'Child S',
    reference: 'LCSPR 2026/01',
    subject: 'Child S',
    partnership: 'Ostermere Safeguarding Children Partnership',
    profile: 'lcspr',
    scopeFrom: '2024-03-01',
    scopeTo: '2025-11-09',
    passphrase: 'four ordinary words here',
    person: { name: 'Rhiannon Pugh', post: 'Business Manager', role: 'businessManager' },
  });
  return { w, call, bytes: (file) => w.taken.get(file ?? '')!.bytes };
}

test('the form goes out with what this review asks, and back in as a return', async () => {
  const { w, call, bytes } = await review();
  const asked = { agency: 'Ostermere Hospitals Trust', backgroundFrom: '2019-01-01', returnBy: '2026-12-18' };
  const made = (await call('returns.template', { format: 'docx', ...asked })) as OutputOf<'returns.template'>;
  expect(made.name).toBe('Chronology form LCSPR 2026-01 Ostermere Hospitals Trust.docx');
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes(made.file)) });
  for (const said of ['LCSPR 2026/01', '1 March 2024 to 9 November 2025', 'back to 1 January 2019', '18 December 2026'])
    expect(value).toContain(said);
  expect(value).not.toContain('Child S');
  const rows = [
    ['12 March 2024', '09:40', 'Ward record', 'Brought to the ward by her aunt.', '', '', '', '', ''],
    ['1 May to 30 June 2024', '', '', 'No contact', '', '', '', '', ''],
  ];
  const added = (await call('returns.import', {
    file: w.give('back.docx', fillDocx(bytes(made.file), rows)),
    agency: null,
    acceptProblems: false,
  })) as OutputOf<'returns.import'>;
  expect([added.added, added.agencies, added.problems.filter((p) => p.severity !== 'notice')]).toEqual([2, [asked.agency], []]);
  const page = (await call('chronology.page', { filter: {}, from: null, limit: 10 })) as OutputOf<'chronology.page'>;
  expect(page.rows.map((row) => row.noContact)).toEqual([false, true]);
  const sheet = (await call('returns.template', { format: 'xlsx', agency: null })) as OutputOf<'returns.template'>;
  expect(sheet.name).toBe('Chronology form LCSPR 2026-01.xlsx');
  const strings = strFromU8(unzipSync(bytes(sheet.file))['xl/sharedStrings.xml'] ?? new Uint8Array());
  expect(strings).toContain('Agency’s comment');
  await call('session.setView', { view: 'anonymised' });
  await expect(call('returns.template', { format: 'docx', agency: null })).rejects.toMatchObject({ code: 'identifiedOnly' });
});

const PROBLEMATIC = [
  'Date,Source,What happened',
  '31/02/2025,Duty log,Card left at the door.',
  '03/05/2025,Duty log,"=HYPERLINK(""x"") written by a worker"',
  'Fri 6 May 2025,Duty log,Telephone call.',
  ',Duty log,Same day: message passed on.',
].join('\n');

test('the points of a return go back to its agency as text, Word and Excel: by row, what was written, what is needed', async () => {
  const { w, call, bytes } = await review();
  const add = async (name: string, agency: string, text: string): Promise<string> => {
    const file = w.give(name, new TextEncoder().encode(text));
    return ((await call('returns.import', { file, agency, acceptProblems: true })) as OutputOf<'returns.import'>).returnId ?? '';
  };
  await add('police.csv', 'Ostershire Constabulary', PROBLEMATIC.replaceAll('Duty log', 'Custody log'));
  const id = await add('school.csv', 'Kelder Primary School', PROBLEMATIC);
  const paper = async (more: object): Promise<OutputOf<'returns.problemPaper'>> =>
    (await call('returns.problemPaper', { id, ...more })) as OutputOf<'returns.problemPaper'>;

  const text = await paper({ format: 'text' });
  expect(text.file).toBeNull();
  expect(text.text).toContain('Kelder Primary School: school.csv');
  expect(text.text).toContain(
    '1. Row 2, “Date”. Written: “31/02/2025”. Needed: The right date: this day is not in the calendar.',
  );
  expect(text.text).toContain('Row 4, “Date”. Written: “Fri 6 May 2025”. Needed: The right date: day of the week');
  expect(text.text).not.toMatch(/Constabulary|Custody|Child S|undefined|null/);
  expect(text.text?.match(/^\d+\. /gm)).toHaveLength(text.points);

  const docx = await paper({ format: 'docx' });
  // Letters, no name: a mailbox or a folder learns nothing from it.
  expect([docx.points, docx.name]).toEqual([text.points, 'Points LCSPR 2026-01 ED.docx']);
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes(docx.file)) });
  expect(value.match(/<tr>/g)).toHaveLength(docx.points + 1);
  expect(value).toContain('<td><p>Row 2, “Date”</p></td><td><p>31/02/2025</p></td>');
  const xlsx = await paper({ format: 'xlsx' });
  const parts = unzipSync(bytes(xlsx.file));
  expect(strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array())).toContain('31/02/2025');
  expect(strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).not.toContain('<f>');

  expect((await paper({ format: 'text', severities: ['error'] })).points).toBe(0);
  await expect(paper({ id: '01900000-0000-7000-8000-000000000000', format: 'text' })).rejects.toMatchObject({ code: 'notFound' });
});

test('a preview shows rows of every table or sheet that is mapped, from just above its first entry on', async () => {
  const { w, call } = await review();
  const rows = (n: number, text: string): string[][] =>
    Array.from({ length: n }, (_, i) => [`${(i % 28) + 1}/05/2024`, `${text} ${i}`]);
  const bytes = makeDocx(
    table([['Date', 'What happened'], ...rows(300, 'Visit')]) + table([['When', 'Details'], ...rows(30, 'Call')]),
  );
  const preview = (await call('returns.preview', {
    file: w.give('two.docx', bytes),
    agency: 'Police',
  })) as OutputOf<'returns.preview'>;
  const shown = (ref: number): number => preview.rows.filter((row) => row.table === ref && row.isEntry).length;
  expect([preview.tables, preview.entries, shown(1), shown(2)]).toEqual([2, 330, 100, 30]);
  expect(preview.columns.map((column) => [column.table, column.name, column.field])).toEqual([
    [1, 'Date', 'date'],
    [1, 'What happened', 'description'],
    [2, 'When', 'date'],
    [2, 'Details', 'description'],
  ]);
});
