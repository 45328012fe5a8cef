import { part } from './docx-scan.ts';

/** The cheapest reading of a sheet: inflate two parts, look for a few tags. Right for these files and for few others. */
export function scanSheet(bytes: Buffer): string[][] {
  const strings = sharedStrings(part(bytes, 'xl/sharedStrings.xml').toString('utf8'));
  const xml = part(bytes, 'xl/worksheets/sheet1.xml').toString('utf8');
  const rows: string[][] = [];
  for (let row = xml.indexOf('<row '); row >= 0; ) {
    const end = xml.indexOf('</row>', row);
    const cells: string[] = [];
    for (let cell = xml.indexOf('<c ', row); cell >= 0 && cell < end; ) {
      const close = xml.indexOf('>', cell);
      if (xml.charCodeAt(close - 1) === 0x2f) {
        cells.push('');
        cell = xml.indexOf('<c ', close);
        continue;
      }
      const from = close + 4;
      const to = xml.indexOf('<', from);
      const value = xml.slice(from, to);
      cells.push(xml.startsWith('t="s"', close - 5) ? strings[Number(value)]! : value);
      cell = xml.indexOf('<c ', to);
    }
    rows.push(cells);
    row = xml.indexOf('<row ', end);
  }
  return rows;
}

function sharedStrings(xml: string): string[] {
  const out: string[] = [];
  for (let at = xml.indexOf('<t'); at >= 0; ) {
    const from = xml.indexOf('>', at) + 1;
    const to = xml.indexOf('</t>', from);
    out.push(xml.slice(from, to));
    at = xml.indexOf('<t', to);
  }
  return out;
}
