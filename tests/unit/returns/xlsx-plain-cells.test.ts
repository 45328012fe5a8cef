import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeXlsx } from '../../fixtures/returns/make-xlsx.ts';
import { readRaw } from './support.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const STRINGS = [
  '<t>Visit</t>',
  '<t xml:space="preserve"> two\nlines </t>',
  '<t>Tea &amp; toast</t>',
  '<r><t>in </t></r><r><t>parts</t></r>',
  '<t/>',
];

const style = fc.constantFrom('', ' s="0"', ' s="1"', ' s="2"', ' s="3"', ' s="4"', ' s="99"');
const value = fc.constantFrom(
  '<v>0</v>',
  '<v>1</v>',
  '<v>4</v>',
  '<v>17</v>',
  '<v>43831</v>',
  '<v>43831.458333333336</v>',
  '<v>-2.5E-3</v>',
  '<v></v>',
  '<v> 3 </v>',
  '<v>1&#48;</v>',
  '<v>2</v><extLst/>',
  '<f>A1</f><v>5</v>',
  '',
);
const type = fc.constantFrom('', '', ' t="s"', ' t="s"', ' t="n"', ' t="b"', ' t="str"', ' t="e"');
const oneCell = fc
  .tuple(fc.integer({ min: 0, max: 7 }), style, type, value, fc.constantFrom('near', 'near', 'near', 'far', 'none'), fc.boolean())
  .map(([column, s, t, v, place, isOpen]) => ({ column, place, inside: [s, t] as const, v, isOpen }));
type OneCell = typeof oneCell extends fc.Arbitrary<infer T> ? T : never;
const rows = fc.array(fc.array(oneCell, { maxLength: 6 }), { minLength: 1, maxLength: 6 });

function cellXml({ column, place, inside: [s, t], v, isOpen }: OneCell, row: number, at: number): string {
  const letter = String.fromCharCode(65 + (place === 'far' ? column : at));
  const ref = place === 'none' ? '' : ` r="${letter}${row}"`;
  return v === '' && !isOpen ? `<c${ref}${s}${t}/>` : `<c${ref}${s}${t}>${v}</c>`;
}
const rowsXml = (all: readonly (readonly OneCell[])[], from: number): string =>
  all.map((cells, i) => `<row r="${from + i}">${cells.map((one, at) => cellXml(one, from + i, at)).join('')}</row>`).join('');
/** The same matter in the file's own prefix, which is read mark by mark. */
const markByMark = (xml: string): string =>
  xml.replace(/<(\/?)(?=[a-z])/gi, '<$1x:').replaceAll('<x:row ', `<x:row xmlns:x="${MAIN}" `);
const read = (xml: string) =>
  readRaw(makeXlsx([{ name: 'Sheet', rows: xml }], { strings: STRINGS, formats: [14, 'hh:mm', '"No "0', '"Ref "@'] }), 'a.xlsx');

describe('cells of a sheet that are read at one go', () => {
  it('say the same as mark by mark', () => {
    fc.assert(
      fc.property(rows, (cells) => {
        const xml = rowsXml([...cells, ...cells], 1);
        expect(read(xml)).toEqual(read(markByMark(xml)));
      }),
      { numRuns: 120 },
    );
  });

  it('wherever a long sheet is cut while it is read', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 64_900, max: 65_700 }), (cells, before) => {
        const xml = `<!--${'x'.repeat(before)}-->${rowsXml([...cells, ...cells, ...cells], 1)}`;
        expect(read(xml)).toEqual(read(markByMark(xml)));
      }),
      { numRuns: 40 },
    );
  });

  it('with shared texts of every kind, in a part of any length', () => {
    const pieces = fc.constantFrom(
      'Visit',
      ' ',
      '&amp;',
      '&#65;',
      '_x0041_',
      '_x005F_x0041_',
      '_X',
      '\r\n',
      '\n',
      '–',
      '<![CDATA[<b>]]>',
      '<!-- aside -->',
    );
    const text = fc.array(pieces, { maxLength: 4 }).map((all) => all.join(''));
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        fc.integer({ min: 65_350, max: 65_600 }),
        (texts, keeps, before) => {
          const cells = Array.from(
            { length: texts.length * 2 + 1 },
            (_, i) => `<row r="${i + 1}"><c r="A${i + 1}" t="s"><v>${i}</v></c></row>`,
          );
          const written = (behind: string): unknown => {
            const open = `<t${keeps ? ' xml:space="preserve"' : ''}${behind}>`;
            const strings = [...texts, 'x'.repeat(before), ...texts].map((one) => `${open}${one}</t>`);
            return readRaw(makeXlsx([{ name: 'Sheet', rows: cells.join('') }], { strings }), 'a.xlsx');
          };
          // A blank behind the name: read mark by mark.
          expect(written('')).toEqual(written(' '));
        },
      ),
      { numRuns: 40 },
    );
  });
});
