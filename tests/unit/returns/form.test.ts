import { readFileSync } from 'node:fs';
import { openXlsx, saveXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { KNOWN_NEEDS } from '#core/features/returns/papers/problem-needs.ts';
import { TEMPLATE_COLUMNS, templateDocx, type TemplateFacts, templateXlsx } from '#core/features/returns/papers/template.ts';
import type { StagedReturn } from '#shared/model/agency-return.ts';
import { fillDocx } from '../../fixtures/returns/fill-form.ts';
import { stage } from './support.ts';

const AGENCY = 'Ostermere Hospitals Trust';
const FACTS: TemplateFacts = {
  reference: 'LCSPR 2026/01',
  partnership: 'Ostermere Safeguarding Children Partnership',
  agency: AGENCY,
  scopeFrom: '2024-03-01',
  scopeTo: '2025-11-09',
  backgroundFrom: '2019-01-01',
  returnBy: '2026-12-18',
};
const FILLED = [
  [
    '12 March 2024',
    '09:40',
    'Ward record',
    'Brought to the children’s ward by her aunt.',
    'Seen by the registrar',
    'Home',
    '',
    'Aunt',
    '',
  ],
  ['about June 2024', '', 'Letter', 'Clinic letter sent to the GP.', '', '', '', '', 'Late by our standard'],
  ['1 July to 30 September 2024', '', '', 'No contact', '', '', '', '', ''],
  [
    '03.02.25',
    '14:05',
    'Emergency department',
    'Attended with mother, left before being seen.',
    'Telephone call',
    '',
    'Asked for the toys',
    '',
    '',
  ],
];
const read = (bytes: Uint8Array, name = 'back.docx'): StagedReturn => stage(bytes, name, { agency: null });
/** What a person would have to answer or look at before it is added. */
const questions = (staged: StagedReturn): string[] => staged.problems.filter((p) => p.severity !== 'notice').map((p) => p.code);

function expectWhole(staged: StagedReturn): void {
  expect(questions(staged)).toEqual([]);
  expect(staged.agencies).toEqual([AGENCY]);
  for (const { header, field } of TEMPLATE_COLUMNS)
    expect(staged.columns.find((column) => column.name === header)).toMatchObject({ field, because: 'name' });
  expect(staged.events.map((event) => [event.date.earliest, event.date.latest, event.noContact, event.description])).toEqual([
    ['2024-03-12', '2024-03-12', false, FILLED[0]![3]],
    ['2024-06-01', '2024-06-30', false, FILLED[1]![3]],
    ['2024-07-01', '2024-09-30', true, FILLED[2]![3]],
    ['2025-02-03', '2025-02-03', false, FILLED[3]![3]],
  ]);
  expect(staged.events[0]).toMatchObject({ involved: 'Aunt', response: 'Seen by the registrar', outcome: 'Home' });
  expect(staged.events[3]).toMatchObject({ childVoice: 'Asked for the toys', date: { time: '14:05' } });
}

describe('the form in Word', () => {
  test('filled in, asks nothing when it comes back; with a column of the agency’s own as well', async () => {
    const form = await templateDocx(FACTS);
    expectWhole(read(fillDocx(form, FILLED)));
    const wider = fillDocx(form, FILLED, (xml) => {
      const end = xml.indexOf('</w:tbl>');
      let n = 0;
      const cell = (): string => {
        n += 1;
        const words = n === 1 ? 'Ward' : n === 4 ? 'Blue' : '';
        return `<w:tc><w:tcPr/><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:tc></w:tr>`;
      };
      return xml.slice(0, end).replace(/<\/w:tr>/g, cell) + xml.slice(end);
    });
    const staged = read(wider);
    expectWhole(staged);
    expect([staged.mapping['Ward'], staged.events[0]?.other]).toEqual(['other', { Ward: 'Blue' }]);
  });

  // The form, filled as above and opened and saved again by LibreOffice 7.4 Writer (docx to odt to docx) and by pandoc 2.17.
  test.each(['libreoffice', 'pandoc'])('saved again by %s it still asks nothing', (producer) => {
    expectWhole(read(readFileSync(new URL(`../../fixtures/returns/producers/form-${producer}.docx`, import.meta.url))));
  });

  test('empty, it comes back as empty and not as what its instructions say; a nil return is one', async () => {
    const form = await templateDocx({ ...FACTS, backgroundFrom: null, returnBy: null });
    expect([read(form).events.length, questions(read(form))]).toEqual([0, ['emptyTemplate']]);
    const nil = read(fillDocx(form, [['', '', '', 'Nil return', '', '', '', '', '']]));
    expect([nil.events.length, questions(nil), nil.agencies]).toEqual([0, [], [AGENCY]]);
    expect(nil.problems.map((p) => p.code)).toContain('nilReturn');
  });

  test('without an agency, reference or period it still reads, and says only whose it is not', async () => {
    const bare = {
      reference: '',
      partnership: '',
      agency: null,
      scopeFrom: null,
      scopeTo: null,
      backgroundFrom: null,
      returnBy: null,
    };
    expect(questions(read(fillDocx(await templateDocx(bare), FILLED)))).toEqual(['agencyAssumed']);
  });
});

describe('the form in Excel', () => {
  /** Opened, typed into and saved again, row by row under the two examples. */
  async function filled(rows: readonly (readonly string[])[]): Promise<Uint8Array> {
    const book = await openXlsx(await templateXlsx(FACTS));
    const sheet = book.sheets[1];
    for (const [r, row] of rows.entries()) {
      if (sheet) sheet.rows[3 + r] = [...row];
      for (const [c, value] of row.entries()) {
        const cell = sheet?.cells?.get(`${3 + r},${c}`);
        if (cell) Object.assign(cell, { value, type: 'string' });
      }
    }
    return saveXlsx(book);
  }

  test('filled in, asks nothing when it comes back', async () => {
    expectWhole(read(await filled(FILLED), 'back.xlsx'));
  });

  test('empty, it comes back as empty; its instructions and abbreviations are no events', async () => {
    const staged = read(await templateXlsx(FACTS), 'back.xlsx');
    expect([staged.events.length, questions(staged)]).toEqual([0, ['emptyTemplate']]);
  });
});

test('every problem that the reader of returns reports by name has words for the agency', () => {
  const sources = ['stage-return', 'stage-table', 'error-cells', 'ragged'].map((name) =>
    readFileSync(new URL(`../../../electron/core/features/returns/staging/${name}.ts`, import.meta.url), 'utf8'),
  );
  const codes = sources.flatMap((text) =>
    [...text.matchAll(/'(?:warning|error)',\s*'([a-zA-Z]+)'/g)].map((found) => found[1] ?? ''),
  );
  expect(codes.length).toBeGreaterThan(8);
  expect([...new Set(codes)].filter((code) => !KNOWN_NEEDS.has(code))).toEqual([]);
});
