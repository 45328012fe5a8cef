import { readFileSync } from 'node:fs';
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cell, makeDocx, paragraph, row, run, table } from '../../fixtures/returns/make-docx.ts';
import { brief, readRaw, stage } from './support.ts';

const fixture = (name: string): Uint8Array => readFileSync(new URL(`../../fixtures/returns/producers/${name}`, import.meta.url));
const EXPECTED = [
  '2024-03-12 | Case file | Visit to the home. Nobody answered; card left.',
  '2024-03-12 | Duty log | Mother rang back & asked for a later time.',
  '2024-03-14 | Duty log | Child seen at school: “I like the yard.”\nHe drew a van.',
  '2024-03-18 | Clinic | Not brought – letter sent to the wrong address.',
];

describe('the same return from several producers', () => {
  // Made with python-docx 0.8 (its first date merged over two rows), pandoc 2.17, LibreOffice 7.4 from ODT, and LibreOffice from the first.
  it.each(['python-docx.docx', 'pandoc.docx', 'libreoffice.docx', 'libreoffice-merged.docx'])('%s', (name) => {
    const staged = stage(fixture(name), name, { agency: null });
    expect(brief(staged)).toEqual(EXPECTED);
    expect(staged.agencies).toEqual(['Westmere Family Support']);
    expect(staged.mapping).toEqual({ Date: 'date', Source: 'source', Event: 'description', 'Action taken': 'response' });
    expect(staged.events.map((event) => event.response)).toEqual(['Card left.', 'Visit moved.', null, 'None.']);
    expect(staged.events.map((event) => staged.rows[event.rows[0]!]!.row)).toEqual([2, 3, 4, 5]);
  });
});

/** Letters that XML and people make hard, without line ends, which are paragraphs. */
const words = fc.string({
  unit: fc.constantFrom('a', 'B', '7', ' ', '&', '<', '>', '"', "'", 'é', 'Ł', '–', '“', '😀', ';', '#', ']]>', '&amp;'),
  maxLength: 20,
});
const grid = fc
  .integer({ min: 1, max: 5 })
  .chain((columns) => fc.array(fc.array(words, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 6 }));
const texts = (bytes: Uint8Array): string[][] => readRaw(bytes).tables[0]!.rows.map((r) => r.cells.map((c) => c.text));

describe('any table written to Word reads back as it was', () => {
  it('by the docx library', async () => {
    await fc.assert(
      fc.asyncProperty(grid, async (rows) => {
        const made = new Table({
          rows: rows.map(
            (cells) => new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) }),
          ),
        });
        const bytes = new Uint8Array(await Packer.toArrayBuffer(new Document({ sections: [{ children: [made] }] })));
        expect(texts(bytes)).toEqual(rows);
      }),
      { numRuns: 25 },
    );
  });
  it('by hand, whatever runs, marks and wrappers Word puts in between', () => {
    const noise = fc.constantFrom(
      '',
      '<w:bookmarkStart w:id="1" w:name="x"/>',
      '<w:proofErr w:type="spellStart"/>',
      '<w:r><w:lastRenderedPageBreak/></w:r>',
      '<!-- c -->',
      '<w:r><w:rPr><w:b/></w:rPr></w:r>',
      '<?x y?>',
    );
    fc.assert(
      fc.property(grid, fc.array(noise, { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 4 }), (rows, marks, piece) => {
        let at = 0;
        const runs = (text: string): string => {
          let out = '';
          for (let i = 0; i < text.length; ) {
            let end = Math.min(text.length, i + piece);
            // A letter of two code units cannot be split between runs: no file could hold the halves.
            if (/[\uD800-\uDBFF]$/.test(text.slice(i, end)) && end < text.length) end++;
            out += run(text.slice(i, end)) + marks[at++ % marks.length]!;
            i = end;
          }
          return out;
        };
        const bytes = makeDocx(table(rows.map((cells) => row(cells.map((text) => cell(paragraph(runs(text))))))));
        expect(texts(bytes)).toEqual(rows);
      }),
      { numRuns: 100 },
    );
  });
});
