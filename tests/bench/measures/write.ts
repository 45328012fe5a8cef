import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { compose, type Composed } from '#core/features/publish/compose/compose.ts';
import type { PublicationModel } from '#core/features/publish/model.ts';
import { makePublication } from '#core/features/publish/pipeline.ts';
import { redact } from '#core/features/publish/redact.ts';
import { type DocxParts, renderDocx } from '#core/features/publish/render/docx-render.ts';
import { tableXml } from '#core/papers/table-xml.ts';
import { textWidth } from '#core/papers/word-styles.ts';
import { sealDocx } from '#core/features/publish/seal.ts';
import { checkWordFile } from '#core/features/publish/verify/check-file.ts';
import { verify } from '#core/features/publish/verify/verify.ts';
import type { Block } from '#shared/doc-blocks/blocks.ts';
import { parts } from '../floors/docx-scan.ts';
import { COLUMNS, entries } from '../inputs/entries.ts';
import { longPublication } from '../inputs/publication.ts';
import { plainIdentifiers } from '../inputs/register.ts';
import { type Measure, peakMb, ratio } from '../measure.ts';
import { onPath } from '../programs.ts';

/** About fifty pages, and the longest that an actions-only publication may be. */
const FIFTY_PAGES = 120;
const LONGEST = 2_000;
const ROWS = 10_000;

function composed(model: PublicationModel): { composed: Composed; matcher: ReturnType<typeof redact>['matcher'] } {
  const { redacted, matcher, blocked } = redact(model);
  if (redacted === null) throw new Error(JSON.stringify(blocked.slice(0, 3)));
  const done = compose(redacted, matcher, model.register);
  if (done.composed === null) throw new Error(JSON.stringify(done.blocked.slice(0, 3)));
  return { composed: done.composed, matcher };
}

const cellsOf = (): string[][] => entries(ROWS, 21).map((entry) => entry.cells.map((text) => text || '–'));
const TABLE = (): Extract<Block, { t: 'table' }> => ({
  t: 'table',
  caption: 'Chronology',
  header: [...COLUMNS],
  rows: cellsOf().map((cells) => cells.map((text) => [{ text }])),
});

async function withTable(doc: Composed, table: Extract<Block, { t: 'table' }>): Promise<Uint8Array> {
  const parts = await renderDocx(doc);
  const at = parts.document.lastIndexOf('<w:sectPr');
  const document = `${parts.document.slice(0, at)}${tableXml(table, textWidth('portrait'))}<w:p/>${parts.document.slice(at)}`;
  return sealDocx({ ...parts, document } as DocxParts).bytes;
}

/** The same paragraphs by the library alone: what a program without a pipeline would do. */
function docxAlone(doc: Composed['doc'], rows: readonly string[][]): Promise<Buffer> {
  const children: (Paragraph | Table)[] = doc.blocks.flatMap((block) => {
    if (block.t === 'contents') return block.items.map((item) => new Paragraph(item.runs.map((run) => run.text).join('')));
    if (block.t === 'table') throw new Error('no table here');
    const runs = block.runs.map(
      ({ text, bold, italic }) => new TextRun({ text, ...(bold ? { bold } : {}), ...(italic ? { italics: true } : {}) }),
    );
    if (block.t === 'heading') return new Paragraph({ heading: HeadingLevel.HEADING_2, children: runs });
    return new Paragraph({
      children: block.t === 'labelled' ? [new TextRun({ text: `${block.label}: `, bold: true }), ...runs] : runs,
    });
  });
  if (rows.length > 0) {
    const row = (cells: readonly string[], tableHeader = false): TableRow =>
      new TableRow({
        tableHeader,
        cantSplit: true,
        children: cells.map((text) => new TableCell({ children: [new Paragraph({ children: [new TextRun(text)] })] })),
      });
    children.push(new Table({ rows: [row(COLUMNS, true), ...rows.map((cells) => row(cells))] }));
  }
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

/** Opens every part and looks for every identifier in the text between the tags, run by run joined. */
function plainSearch(bytes: Buffer, words: RegExp): number {
  let found = 0;
  for (const { data } of parts(bytes)) {
    const text = data()
      .toString('utf8')
      .replace(/<\/w:p>/g, '\n')
      .replace(/<[^>]*>/g, '')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&');
    found += text.match(words)?.length ?? 0;
  }
  return found;
}

function wordsOf(model: Pick<ReturnType<typeof longPublication>, 'register'>): RegExp {
  const escaped = plainIdentifiers(model.register).map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(escaped.join('|'), 'gi');
}

export const writeMeasures: readonly Measure[] = [
  {
    id: 'write-table',
    work: 'Write a DOCX of 50 pages and a table of 10,000 rows × 7, open it again and search it',
    needs: [],
    goals: [
      { text: '≤ 1.3 × docx alone', value: ratio('ours', 'docx alone, unchecked'), most: 1.3 },
      { text: '≤ 600 MB', value: peakMb('ours'), most: 600 },
    ],
    variants: [
      {
        name: 'ours',
        role: 'ours',
        prepare: () => {
          const model = longPublication(FIFTY_PAGES, 500);
          const doc = composed(model).composed;
          const table = TABLE();
          let size = 0;
          return {
            run: async () => {
              const bytes = await withTable(doc, table);
              size = bytes.length;
              checkWordFile(bytes, 'Publication.docx', model.register);
            },
            finish: () => ({ 'file MB': size / 1e6 }),
          };
        },
      },
      {
        name: 'docx alone, unchecked',
        role: 'peer',
        prepare: () => {
          const { doc } = composed(longPublication(FIFTY_PAGES, 500)).composed;
          const rows = cellsOf();
          return { run: () => docxAlone(doc, rows) };
        },
      },
    ],
  },
  {
    id: 'publication',
    work: 'Make an actions-only publication of 2,000 actions: rules, writing, check',
    needs: [],
    goals: [
      { text: '≤ 1.3 × docx alone', value: ratio('ours', 'docx alone, unchecked'), most: 1.3 },
      { text: '≤ 600 MB', value: peakMb('ours'), most: 600 },
    ],
    variants: [
      {
        name: 'ours',
        role: 'ours',
        prepare: () => {
          const model = longPublication(LONGEST, 500);
          const steps: Record<string, number> = {};
          return {
            run: async () => {
              let last: { step: string; at: number } | null = null;
              const mark = (step: string): void => {
                const at = performance.now();
                if (last) steps[last.step] = at - last.at;
                last = { step, at };
              };
              const made = await makePublication(model, { format: 'docx', fileName: 'Publication.docx' }, (_done, _of, step) =>
                mark(step),
              );
              mark('');
              if (made.status !== 'made') throw new Error(JSON.stringify(made.blocked.slice(0, 3)));
            },
            finish: () => steps,
          };
        },
      },
      {
        name: 'docx alone, unchecked',
        role: 'peer',
        prepare: () => {
          const { doc } = composed(longPublication(LONGEST, 500)).composed;
          return { run: () => docxAlone(doc, []) };
        },
      },
    ],
  },
  {
    // 14 MB of XML: what starting costs is small beside it.
    id: 'verify-table',
    work: 'Open a DOCX of 50 pages and a table of 10,000 rows × 7 and search every part of it for 500 identifiers',
    needs: [],
    goals: [{ text: '≤ 2 × floor', value: ratio('ours', 'floor'), most: 2 }],
    variants: [
      {
        name: 'ours',
        role: 'ours',
        warmUps: 1,
        prepare: async () => {
          const model = longPublication(FIFTY_PAGES, 500);
          const bytes = await withTable(composed(model).composed, TABLE());
          return { run: () => checkWordFile(bytes, 'Publication.docx', model.register) };
        },
      },
      {
        name: 'floor',
        role: 'floor',
        warmUps: 1,
        prepare: async () => {
          const model = longPublication(FIFTY_PAGES, 500);
          const bytes = Buffer.from(await withTable(composed(model).composed, TABLE()));
          const words = wordsOf(model);
          return { run: () => plainSearch(bytes, words) };
        },
      },
    ],
  },
  {
    id: 'verify',
    work: 'Open that publication again and search every part of it for 500 identifiers',
    needs: [],
    goals: [{ text: '≤ 2 × floor', value: ratio('ours', 'floor'), most: 2 }],
    variants: [
      {
        name: 'ours',
        role: 'ours',
        warmUps: 1,
        prepare: async () => {
          const model = longPublication(LONGEST, 500);
          const { composed: doc, matcher } = composed(model);
          const sealed = sealDocx(await renderDocx(doc));
          return {
            run: () => {
              const { file, findings } = verify({
                sealed,
                composed: doc,
                matcher,
                register: model.register,
                fileName: 'Publication.docx',
              });
              if (file === null) throw new Error(JSON.stringify(findings.slice(0, 3)));
            },
          };
        },
      },
      {
        name: 'floor',
        role: 'floor',
        warmUps: 1,
        prepare: async () => {
          const model = longPublication(LONGEST, 500);
          const bytes = Buffer.from(sealDocx(await renderDocx(composed(model).composed)).bytes);
          const words = wordsOf(model);
          return { run: () => plainSearch(bytes, words) };
        },
      },
      {
        name: 'unzip | ripgrep',
        role: 'peer',
        present: () => onPath('rg') && onPath('unzip'),
        prepare: async (folder) => {
          const model = longPublication(LONGEST, 500);
          const path = join(folder, 'publication.docx');
          writeFileSync(path, sealDocx(await renderDocx(composed(model).composed)).bytes);
          writeFileSync(`${path}.words`, `${plainIdentifiers(model.register).join('\n')}\n`);
          return { run: () => spawnSync('sh', ['-c', 'unzip -p "$1" | rg -F -i -o -c -f "$1.words"', 'sh', path]) };
        },
      },
    ],
  },
];
