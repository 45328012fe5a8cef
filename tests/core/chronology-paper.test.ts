import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import type { InputFor } from '#shared/contract/index.ts';
import type { Layout } from '#shared/contract/views.ts';
import { validated } from '../docx/support/validator.ts';
import { callsOf, testWorkbench } from './harness.ts';

const csv = (text: string): Uint8Array => new TextEncoder().encode(text);
const LAYOUT: Layout = {
  columns: (['ref', 'date', 'agency', 'outcome', 'text', 'age', 'sinceAgency'] as const).map((key) => ({ key, width: null })),
  frozen: 0,
  group: 'agency',
  rows: 'normal',
};

async function review() {
  const w = testWorkbench();
  const service = w.workbench.connect();
  const call = callsOf(service);
  await call('session.create', {
    place: 'a.review',
    title: 'Child S',
    profile: 'lcspr',
    scopeFrom: '2024-01-01',
    scopeTo: '2024-12-31',
    passphrase: 'four ordinary words here',
    person: { name: 'N', post: '', role: 'reviewer' },
  });
  const about = await call('review.get', {});
  await call('review.update', { rowVersion: about.rowVersion, subject: 'Child S', reference: 'LCSPR 2026/07' });
  await call('register.import', {
    entries: [
      { id: 'c', kind: 'person', realName: 'Callum Oakeshott', aliases: [], pseudonym: 'Child S', dateOfBirth: '2019-04-02' },
      { id: 'd', kind: 'person', realName: 'Ailsa Oakeshott', aliases: [], pseudonym: 'Child T', dateOfBirth: '2021-08-09' },
      { id: 'e', kind: 'person', realName: 'Kirsty Oakeshott', aliases: [], pseudonym: 'Adult B', dateOfBirth: '1990-01-01' },
    ],
  });
  const give = async (name: string, agency: string, text: string) =>
    call('returns.import', { file: w.give(name, csv(text)), agency, acceptProblems: true });
  await give(
    'p.csv',
    'Police',
    'Date,Event,Outcome\n3/5/2024,Callum Oakeshott seen,None\n13/5/2024,Ms Oakeshott telephoned,=1+1\n',
  );
  await give('h.csv', 'Health visiting', 'Date,Event\nc. 6 May 2024,Weighed at home\n9/5/2024,Not brought\n');
  const paper = async (input: Partial<InputFor<'chronology.paper'>>) => {
    const made = await call('chronology.paper', { format: 'docx', filter: {}, layout: LAYOUT, viewName: null, ...input });
    return { ...made, bytes: w.taken.get(made.file)!.bytes };
  };
  return { call, paper };
}
/** Read back by another's reader: headings and paragraphs, then rows of cells. */
async function read(bytes: Uint8Array): Promise<{ text: string; rows: string[][] }> {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
  const plain = (html: string): string =>
    html
      .replace(/<\/p><p>/g, ' | ')
      .replace(/<[^>]+>/g, '')
      .replace(/&quot;/g, '"');
  const rows = [...value.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell = '']) => plain(cell)),
  );
  return { text: plain(value), rows };
}

describe('the printed chronology', () => {
  test('holds what the list shows: columns in their order, headings with counts, ages and intervals, and says so', async () => {
    const { call, paper } = await review();
    const made = await paper({ viewName: 'By agency' });
    expect(made).toMatchObject({ name: 'Chronology LCSPR 2026-07.docx', entries: 4 });
    const { text, rows } = await read(made.bytes);
    expect(rows[0]).toEqual(['Ref', 'Date', 'Agency · source', 'Outcome', 'What was recorded', 'Age', 'Since agency’s last']);
    expect(rows.map((row) => row[4])).toEqual([
      'What was recorded',
      'Callum Oakeshott seen',
      'Ms Oakeshott telephoned',
      'What was recorded',
      'Weighed at home',
      'Not brought',
    ]);
    expect(rows[2]).toMatchObject({ 5: 'Child S: 5y 1m | Child T: 2y 9m', 6: '10 days' });
    expect(rows[4]?.[1]).toBe('6 May 2024 (about) | written “c. 6 May 2024”');
    for (const said of [
      'Police (2)',
      'Health visiting (2)',
      'this paper holds real names',
      'All entries. 4 in all.',
      'View',
      'By agency',
    ])
      expect(text).toContain(said);
    expect(validated(made.bytes, 'docx')).toEqual([]);

    // Narrowed and without headings: only what matches, the filter as a sentence.
    const [agency] = await call('agency.list', {});
    const filter = {
      where: {
        match: 'any' as const,
        of: [
          { kind: 'agency' as const, ids: [agency!.id], not: true },
          { kind: 'words' as const, words: 'telephoned' },
        ],
      },
    };
    const narrowed = await read((await paper({ filter, layout: { ...LAYOUT, group: null } })).bytes);
    expect(narrowed.text).toContain('Entries not of Police or with “telephoned”. 3 of 4.');
    expect(narrowed.rows).toHaveLength(4);

    // As a workbook: the headings are a column, and nothing has become a formula.
    const { bytes, name } = await paper({ format: 'xlsx' });
    expect(name).toMatch(/\.xlsx$/);
    const parts = unzipSync(bytes);
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!);
    const all = Object.values(parts)
      .map((part) => strFromU8(part))
      .join('\n');
    expect(sheet).not.toContain('<f>');
    for (const said of ['=1+1', 'Heading', 'Health visiting', 'Not brought', 'Child S: 5y 1m']) expect(all).toContain(said);
  });

  test('anonymised: no name, no age, the unsettled as [undecided], and it says which view it is', async () => {
    const { call, paper } = await review();
    await call('session.setView', { view: 'anonymised' });
    const { bytes } = await paper({ filter: { search: '' } });
    const { text, rows } = await read(bytes);
    expect(text).not.toMatch(/Callum|Oakeshott|Kirsty/);
    expect(rows.flat()).toContain('Child S seen');
    expect(rows.flat()).toContain('[undecided] telephoned');
    expect(rows[0]).not.toContain('Age');
    expect(text).toContain('Anonymised: pseudonyms stand for the names');
  });
});
