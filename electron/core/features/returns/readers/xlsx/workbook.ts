import { XML_END, XML_OPEN } from '#core/formats/xml-scanner.ts';
import type { WorkbookPackage } from './workbook-package.ts';

export type SheetEntry = {
  name: string;
  state: 'visible' | 'hidden' | 'veryHidden';
  /** What it is: `worksheet`, `chartsheet`, `dialogsheet`, `xlmacrosheet`. */
  kind: string;
  /** Its part, if the file has it. */
  part: string | null;
};

export type Workbook = {
  sheets: SheetEntry[];
  /** Days are counted from 1904, as old Macs did. */
  is1904: boolean;
  /** Its values wait to be worked out when it is opened: what is stored may be a placeholder. */
  isUncalculated: boolean;
};

export const isOn = (value: string | undefined): boolean => value !== undefined && /^(?:1|true|on|t)$/i.test(value.trim());

export function readWorkbook(file: WorkbookPackage): Workbook {
  const links = new Map(file.links(file.workbook).map((link) => [link.id, link]));
  const folder = file.workbook.slice(0, file.workbook.lastIndexOf('/') + 1);
  const out: Workbook = { sheets: [], is1904: false, isUncalculated: false };
  const names = new Set<string>();
  const xml = file.scanner(file.workbook);
  let inSheets = false;
  for (let token = xml.next(); token !== XML_END; token = xml.next()) {
    if (token !== XML_OPEN) continue;
    if (xml.name === 'workbookPr') out.is1904 ||= isOn(xml.attribute('date1904'));
    else if (xml.name === 'calcPr') out.isUncalculated = isOn(xml.attribute('fullCalcOnLoad'));
    else if (xml.name === 'sheets') inSheets = true;
    else if (xml.name === 'sheet' && inSheets) {
      const link = links.get(xml.attribute('r:id') ?? '');
      // Without a link, where nearly every writer puts it.
      const part = link?.part ?? `${folder}worksheets/sheet${out.sheets.length + 1}.xml`;
      const state = xml.attribute('state')?.toLowerCase();
      out.sheets.push({
        name: uniqueName(xml.attribute('name') ?? '', out.sheets.length + 1, names),
        state: state === 'hidden' ? 'hidden' : state === 'veryhidden' ? 'veryHidden' : 'visible',
        kind: link?.kind ?? 'worksheet',
        part: file.has(part) ? part : null,
      });
      // Names of areas (for printing, for filters) and extensions name no sheet.
    } else if (xml.name === 'extLst' || xml.name === 'definedNames') xml.skip();
  }
  return out;
}

/** Excel allows 31 letters and no name twice; a sheet goes by its name, so what breaks that is told apart. */
function uniqueName(written: string, at: number, taken: Set<string>): string {
  const name = written.trim() === '' ? `Sheet ${at}` : written.slice(0, 180);
  let out = name;
  for (let n = 2; taken.has(out.toLowerCase()); n++) out = `${name} (${n})`;
  taken.add(out.toLowerCase());
  return out;
}
