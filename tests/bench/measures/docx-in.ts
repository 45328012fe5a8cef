import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scanTable } from '../floors/docx-scan.ts';
import { type Goal, type Measure, peakMb, ratio, type Variant } from '../measure.ts';
import { onPath, pythonWithDocx, runProgram } from '../programs.ts';

function docxIn(rows: number, goals: readonly Goal[], more: readonly Variant[]): Measure {
  const file = `return-${rows}.docx`;
  const bytesOf = (folder: string): Buffer => readFileSync(join(folder, file));
  const expect = (found: number): void => {
    if (found !== rows + 1) throw new Error(`${found} rows of ${rows + 1}`);
  };
  return {
    id: `docx-${rows}`,
    work: `Read a DOCX table, ${rows.toLocaleString('en-GB')} rows × 7`,
    needs: [file],
    asThread: true,
    goals,
    variants: [
      {
        name: 'ours',
        role: 'ours',
        prepare: async (folder) => {
          const { READ_LIMITS } = await import('#core/features/returns/readers/limits.ts');
          const { readRawReturn } = await import('#core/features/returns/readers/open-return.ts');
          const bytes = bytesOf(folder);
          return { run: () => expect(readRawReturn(bytes, file, READ_LIMITS).tables[0]?.rows.length ?? 0) };
        },
      },
      {
        name: 'floor',
        role: 'floor',
        prepare: (folder) => {
          const bytes = bytesOf(folder);
          return { run: () => expect(scanTable(bytes).length) };
        },
      },
      {
        name: 'saxes',
        role: 'peer',
        prepare: async (folder) => {
          const bytes = bytesOf(folder);
          const saxesTable = await saxesReader();
          return { run: () => expect(saxesTable(bytes)) };
        },
      },
      {
        name: 'mammoth',
        role: 'peer',
        runs: rows > 1_000 ? 1 : 3,
        prepare: async (folder) => {
          const { default: mammoth } = await import('mammoth');
          const buffer = bytesOf(folder);
          return { run: () => mammoth.convertToHtml({ buffer }) };
        },
      },
      ...more.map((variant): Variant => variant),
    ],
  };
}

async function saxesReader(): Promise<(bytes: Uint8Array) => number> {
  const { strFromU8, unzipSync } = await import('fflate');
  const { SaxesParser } = await import('saxes');
  return (bytes) => {
    const xml = strFromU8(unzipSync(bytes, { filter: (part) => part.name === 'word/document.xml' })['word/document.xml']!);
    const rows: string[][] = [];
    let cells: string[] = [];
    let text = '';
    let inText = false;
    const parser = new SaxesParser();
    parser.on('opentag', (tag) => {
      if (tag.name === 'w:tr') cells = [];
      else if (tag.name === 'w:tc') text = '';
      else if (tag.name === 'w:t') inText = true;
    });
    parser.on('text', (words) => {
      if (inText) text += words;
    });
    parser.on('closetag', (tag) => {
      if (tag.name === 'w:t') inText = false;
      else if (tag.name === 'w:tc') cells.push(text);
      else if (tag.name === 'w:tr') rows.push(cells);
    });
    parser.write(xml).close();
    return rows.length;
  };
}

const program = (name: string, present: () => boolean, run: (path: string) => void): Variant => ({
  name,
  role: 'peer',
  runs: 1,
  present,
  prepare: (folder) => ({ run: () => run(join(folder, 'return-1000.docx')) }),
});
const LXML =
  'import sys,zipfile;from lxml import etree;w="{http://schemas.openxmlformats.org/wordprocessingml/2006/main}";r=etree.fromstring(zipfile.ZipFile(sys.argv[1]).read("word/document.xml"),etree.XMLParser(huge_tree=True));print(len([["".join(t.text or "" for t in c.iter(w+"t")) for c in x.iter(w+"tc")] for x in r.iter(w+"tr")]))';
const lxml = (rows: number): Variant => ({
  name: 'lxml under python-docx',
  role: 'peer',
  present: () => pythonWithDocx() !== null,
  prepare: (folder) => {
    const python = pythonWithDocx()!;
    return { run: () => runProgram(python, ['-c', LXML, join(folder, `return-${rows}.docx`)]) };
  },
});

export const docxMeasures: readonly Measure[] = [
  docxIn(
    1_000,
    [{ text: '≤ 3 × floor', value: ratio('ours', 'floor'), most: 3 }],
    [
      lxml(1_000),
      program(
        'pandoc',
        () => onPath('pandoc'),
        (path) => runProgram('pandoc', ['-f', 'docx', '-t', 'json', '-o', `${path}.json`, path]),
      ),
      program(
        'LibreOffice',
        () => onPath('soffice'),
        (path) =>
          runProgram('soffice', [
            '--headless',
            `-env:UserInstallation=file://${path}.profile`,
            '--convert-to',
            'html',
            '--outdir',
            `${path}.out`,
            path,
          ]),
      ),
    ],
  ),
  docxIn(
    10_000,
    [
      { text: '≤ 3 × floor', value: ratio('ours', 'floor'), most: 3 },
      { text: '≤ 1/15 of mammoth', value: ratio('ours', 'mammoth'), most: 1 / 15 },
      { text: '≤ 0.7 × lxml', value: ratio('ours', 'lxml under python-docx'), most: 0.7 },
      { text: '≤ 250 MB', value: peakMb('ours'), most: 250 },
    ],
    [lxml(10_000)],
  ),
];
