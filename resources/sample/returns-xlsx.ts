import { strToU8, type Zippable, zipSync } from 'fflate';
import { dayNumber } from '#shared/kernel/clock.ts';
import { finalText, type SampleLine, type SampleReturn, type SampleTable } from './returns/sample-return.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Fixed, so that the same return is the same bytes wherever it is written. */
const ZIP_TIME = new Date(2026, 0, 5, 9, 0, 0);
/** Day 0 of a workbook is 30 December 1899, so that the days since March 1900 come out as Excel counts them. */
const EPOCH = dayNumber('1899-12-30');

/** Columns in which a day stands: there a day typed the usual way became a real date of Excel's. */
const DATE_COLUMNS = /^(Start|End|Incident date|Logged)$/;
const WIDTHS: Readonly<Record<string, number>> = { 'OEL summary': 90, Details: 80, Action: 50 };

const STYLE = { plain: 0, day: 1, moment: 2, header: 3, wrapped: 4, heading: 5 } as const;
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="10"/><name val="Arial"/><family val="2"/></font><font><b/><sz val="10"/><name val="Arial"/><family val="2"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment horizontal="center"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Texts stand once for the whole workbook and cells point to them, as Excel saves. */
type Texts = { at: Map<string, number>; uses: number };

function textCell(ref: string, text: string, style: number, texts: Texts): string {
  texts.uses++;
  let at = texts.at.get(text);
  if (at === undefined) texts.at.set(text, (at = texts.at.size));
  return `<c r="${ref}" s="${style}" t="s"><v>${at}</v></c>`;
}

function entryCell(ref: string, text: string, column: string, texts: Texts): string {
  if (text === '') return '';
  if (!DATE_COLUMNS.test(column)) return textCell(ref, text, STYLE.wrapped, texts);
  // A day number that lost its format: somebody pasted the values alone.
  if (/^\d{5}$/.test(text)) return `<c r="${ref}"><v>${text}</v></c>`;
  const usual = /^(\d\d)\/(\d\d)\/(\d{4})(?: (\d\d):(\d\d))?$/.exec(text);
  // What Excel could not read as a date of the writer's own country stayed the text that was typed.
  if (!usual) return textCell(ref, text, STYLE.plain, texts);
  const day = dayNumber(`${usual[3]}-${usual[2]}-${usual[1]}`) - EPOCH;
  if (usual[4] === undefined) return `<c r="${ref}" s="${STYLE.day}"><v>${day}</v></c>`;
  const minutes = Number(usual[4]) * 60 + Number(usual[5]);
  return `<c r="${ref}" s="${STYLE.moment}"><v>${day + minutes / 1440}</v></c>`;
}

const letter = (column: number): string => String.fromCharCode(65 + column);

/** An occurrence without an end has its start drawn over both columns. */
export function hasMergedEnd(sample: SampleReturn, line: SampleLine): boolean {
  return sample.code === 'PO' && line.kind === 'entry' && line.t !== 2 && line.t !== 8 && line.cells[2] === '';
}

function sheet(sample: SampleReturn, table: SampleTable, texts: Texts): string {
  const rows: string[] = [];
  const merges: string[] = [];
  const width = sample.columns.length;
  const put = (cells: readonly string[], hidden = false): void => {
    rows.push(`<row r="${rows.length + 1}"${hidden ? ' hidden="1"' : ''}>${cells.join('')}</row>`);
  };
  const alone = (text: string, style: number): string[] => [textCell(`A${rows.length + 1}`, text, style, texts)];
  const header = (): string[] =>
    sample.columns.map((name, at) => textCell(`${letter(at)}${rows.length + 1}`, name, STYLE.header, texts));
  for (const text of sample.preface) put(alone(text, STYLE.plain));
  put(header());
  for (const line of table.lines) {
    const row = rows.length + 1;
    if (line.kind === 'header') put(header());
    if (line.kind === 'heading') {
      put(alone(line.text, STYLE.heading));
      merges.push(`A${row}:${letter(width - 1)}${row}`);
    }
    if (line.kind !== 'entry') continue;
    put(
      line.cells.map((cell, at) => entryCell(`${letter(at)}${row}`, finalText(cell), sample.columns[at] ?? '', texts)),
      line.hidden === true,
    );
    if (hasMergedEnd(sample, line)) merges.push(`B${row}:C${row}`);
  }
  for (const text of sample.notes) put(alone(text, STYLE.plain));
  const columns = sample.columns.map(
    (name, at) => `<col min="${at + 1}" max="${at + 1}" width="${WIDTHS[name] ?? 18}" customWidth="1"/>`,
  );
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const list = merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merged}</mergeCells>`;
  return `${HEAD}<worksheet xmlns="${MAIN}"><dimension ref="A1:${letter(width - 1)}${rows.length}"/><cols>${columns.join('')}</cols><sheetData>${rows.join('')}</sheetData>${list}</worksheet>`;
}

/** A return as the Excel workbook that the agency sent, a sheet for each of its tables. */
export function returnAsXlsx(sample: SampleReturn): Uint8Array {
  const texts: Texts = { at: new Map(), uses: 0 };
  const sheets = sample.tables.map((table) => sheet(sample, table, texts));
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relations = (...parts: string[]): string =>
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${parts.join('')}</Relationships>`;
  const contents = (part: string, type: string): string =>
    `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  const names = sample.tables.map(({ name }, at) => `<sheet name="${escape(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  const strings = [...texts.at.keys()].map((text) => `<si><t xml:space="preserve">${escape(text)}</t></si>`);
  const files: Zippable = {
    '[Content_Types].xml': strToU8(
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${contents('/xl/workbook.xml', 'sheet.main')}${sheets.map((_, at) => contents(`/xl/worksheets/sheet${at + 1}.xml`, 'worksheet')).join('')}${contents('/xl/styles.xml', 'styles')}${contents('/xl/sharedStrings.xml', 'sharedStrings')}</Types>`,
    ),
    '_rels/.rels': strToU8(relations(relation('rId1', 'officeDocument', 'xl/workbook.xml'))),
    'xl/workbook.xml': strToU8(
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names.join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      relations(
        ...sheets.map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)),
        relation(`rId${sheets.length + 1}`, 'styles', 'styles.xml'),
        relation(`rId${sheets.length + 2}`, 'sharedStrings', 'sharedStrings.xml'),
      ),
    ),
    'xl/styles.xml': strToU8(STYLES),
    'xl/sharedStrings.xml': strToU8(
      `${HEAD}<sst xmlns="${MAIN}" count="${texts.uses}" uniqueCount="${texts.at.size}">${strings.join('')}</sst>`,
    ),
  };
  for (const [at, xml] of sheets.entries()) files[`xl/worksheets/sheet${at + 1}.xml`] = strToU8(xml);
  return zipSync(files, { level: 6, mtime: ZIP_TIME });
}
