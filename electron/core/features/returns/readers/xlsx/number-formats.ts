import { XML_CLOSE, XML_END, XML_OPEN, type XmlScanner } from '#core/formats/xml-scanner.ts';
import { type FormatSection, parseFormatCode } from './format-code.ts';

/** A cell's number format; null is General. */
export type NumberFormat = { sections: readonly FormatSection[] } | null;

const MOST_STYLES = 100_000;

/** Formats that files name by number alone (ECMA-376 part 1, 18.8.30), as a British Excel shows them. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '"£"#,##0;-"£"#,##0',
  6: '"£"#,##0;-"£"#,##0',
  7: '"£"#,##0.00;-"£"#,##0.00',
  8: '"£"#,##0.00;-"£"#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'hh:mm',
  21: 'hh:mm:ss',
  22: 'dd/mm/yyyy hh:mm',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  41: '#,##0;-#,##0;"-";@',
  42: '"£"#,##0;-"£"#,##0;"-";@',
  43: '#,##0.00;-#,##0.00;"-";@',
  44: '"£"#,##0.00;-"£"#,##0.00;"-";@',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  // East Asian dates and times
  ...Object.fromEntries([27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'dd/mm/yyyy'])),
  ...Object.fromEntries([32, 33, 34, 35, 55, 56].map((id) => [id, 'hh:mm'])),
};

/** The codes that the standard prints for the system's short date, which each machine shows in its own order. */
const SYSTEM_SHORT = /^(?:m{1,2}[-/\\]+d{1,2}[-/\\]+y{2,4})(?:\s+h:mm)?$/i;

/** Formats by the number that cells give as their style. */
export function readNumberFormats(xml: XmlScanner): NumberFormat[] {
  const codes = new Map<number, string>();
  const out: NumberFormat[] = [];
  const made = new Map<number, NumberFormat>();
  let inCells = false;
  for (let token = xml.next(); token !== XML_END; token = xml.next()) {
    if (token === XML_CLOSE && xml.name === 'cellXfs') inCells = false;
    if (token !== XML_OPEN) continue;
    if (xml.name === 'numFmt') codes.set(Number(xml.attribute('numFmtId')), xml.attribute('formatCode') ?? '');
    else if (xml.name === 'cellXfs') inCells = true;
    else if (xml.name === 'xf' && inCells && out.length < MOST_STYLES) {
      const id = Number(xml.attribute('numFmtId') ?? 0);
      if (!made.has(id)) made.set(id, formatOf(id, codes.get(id)));
      out.push(made.get(id)!);
      // Looks of conditions and of named styles, which no cell points to.
    } else if (xml.name === 'dxfs' || xml.name === 'cellStyleXfs' || xml.name === 'extLst') xml.skip();
  }
  return out;
}

function formatOf(id: number, written: string | undefined): NumberFormat {
  const isSystem = (id === 14 || id === 22) && (written === undefined || SYSTEM_SHORT.test(written));
  const code = isSystem ? BUILT_IN[id]! : (written ?? BUILT_IN[id] ?? '');
  if (code === '' || /^general$/i.test(code)) return null;
  return { sections: parseFormatCode(code) };
}
