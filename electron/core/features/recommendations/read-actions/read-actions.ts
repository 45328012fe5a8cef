import { AppError } from '#shared/kernel/app-error.ts';
import type { StagedAction } from '#shared/model/recommendation.ts';
import type { ReadRecommendationOptions } from '#shared/recommendations/read-recommendation.ts';
import { isWorkbookFile, kindByContents } from '../../returns/reads.ts';
import { type Block, type Paragraph, paragraph } from './blocks.ts';
import { csvBlocks } from './csv-blocks.ts';
import { decodeText } from './decode-text.ts';
import { docxBlocks } from './docx-blocks.ts';
import { type DraftItem, finishItems, newItem } from './draft-item.ts';
import { markerOf } from './markers.ts';
import { readOutline } from './outline.ts';
import { preambleOf } from './sections.ts';
import { readTable, tableAsParagraphs, type TableReading } from './table-actions.ts';
import { textBlocks } from './text-blocks.ts';
import { xlsxBlocks } from './xlsx-blocks.ts';

export type ActionsInput = { kind: 'text'; text: string } | { kind: 'file'; name: string; bytes: Uint8Array };
export type ReadActions = {
  items: StagedAction[];
  /** Prose before the first item: it may be the reason for publishing no more than the actions. */
  preamble: string;
  /** What was left out or looks wrong, in words that hold nothing of the paper. */
  problems: string[];
};

const MAX_BYTES = 30_000_000;
const MAX_ITEMS = 2000;

/**
 * Recommendations and actions of a file or of pasted text: numbered paragraphs, headings, bullets or a table.
 * Throws `unsupportedFile`, `unreadableFile`, `encryptedFile`, `macroFile`, `hostileFile`, `fileTooLarge`.
 */
export function readActions(input: ActionsInput, options: ReadRecommendationOptions = {}): ReadActions {
  const blocks = input.kind === 'text' ? textBlocks(input.text) : fileBlocks(input.name, input.bytes);
  const problems: string[] = [];
  const tables = readTables(blocks);
  const paragraphs = blocks.flatMap((b): Paragraph[] => (b.kind === 'paragraph' ? [b] : tables ? [] : tableAsParagraphs(b)));
  const outline = readOutline(paragraphs);
  let items: DraftItem[] = outline.items;
  let before: Paragraph[] = outline.before;
  if (tables && tables.items.length > 0) {
    items = tables.items;
    problems.push(...tables.problems);
    before = leading(blocks);
    const taken = items.filter((i) => i.kind === 'recommendation').length;
    const numbered = outline.items.flatMap(({ number }) => (number === null ? [] : [number]));
    const outside = Math.max(0, numbered.length - taken);
    const which = taken === 0 ? listed(numbered) : '';
    if (outside > 0)
      problems.push(`A table of actions was read. ${outside} numbered paragraphs outside it were left out${which}.`);
  } else {
    problems.push(...outline.problems);
    const earlier =
      outline.items.length === 0 ? [] : before.filter((p) => p.heading === null && (markerOf(p)?.path.length ?? 0) > 0);
    if (earlier.length > 0)
      problems.push(
        `${earlier.length} numbered paragraphs before the first item were left out${listed(earlier.map((p) => markerOf(p)!.path.join('.')))}; they are numbered in another way.`,
      );
  }
  if (items.length === 0)
    problems.push('No recommendation or action was found. Number them, one paragraph each, or put them in a table.');
  if (items.length > MAX_ITEMS) throw new AppError('fileTooLarge', { limit: `${MAX_ITEMS} actions`, agency: 'its sender' });
  return { items: finishItems(items, options, problems), preamble: preambleOf(before), problems };
}

const MOST_LISTED = 12;

/** The numbers of what was left out, which say where to look and hold nothing of the paper. */
function listed(numbers: readonly string[]): string {
  const more = numbers.length > MOST_LISTED ? ' and more' : '';
  return `: ${numbers.slice(0, MOST_LISTED).join(', ')}${more}`;
}

function leading(blocks: readonly Block[]): Paragraph[] {
  const first = blocks.findIndex((b) => b.kind === 'table');
  return blocks.slice(0, first).filter((b) => b.kind === 'paragraph');
}

/** All tables of actions in order. A paragraph "Recommendation 1: …" before a table heads the actions in it. */
function readTables(blocks: readonly Block[]): TableReading | null {
  const items: DraftItem[] = [];
  const problems = new Set<string>();
  let known: Parameters<typeof readTable>[1] = null;
  let heads: DraftItem[] = [];
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      const marker = markerOf(block);
      if (marker?.kind === 'recommendation') heads.push(newItem('recommendation', marker.number, null, marker.rest));
      else heads.at(-1)?.parts.push({ text: block.text, join: block.soft ? '\n' : '\n\n', prose: true });
      continue;
    }
    const own = known?.fields.includes('recommendation') ? [] : heads;
    const table = readTable(block, known, items.length + own.length);
    if (!table) continue;
    known = table.columns;
    if (own.length > 0 && table.items.every((i) => i.kind === 'action' && i.parent === null)) {
      items.push(...own);
      const parent = items.length - 1;
      items.push(...table.items.map((i) => ({ ...i, parent })));
    } else {
      const shift = -own.length;
      items.push(...table.items.map((i) => (i.parent === null ? i : { ...i, parent: i.parent + shift })));
    }
    heads = [];
    for (const p of table.problems) problems.add(p);
  }
  return items.length > 0 ? { items, problems: [...problems] } : null;
}

function fileBlocks(name: string, bytes: Uint8Array): Block[] {
  const refuse = (kind: string): never => {
    throw new AppError('unsupportedFile', {
      file: name,
      kind,
      agency: 'its sender',
      wanted: 'a Word document (.docx), an Excel workbook (.xlsx), CSV or text',
    });
  };
  if (bytes.length > MAX_BYTES) throw new AppError('fileTooLarge', { file: name, limit: '30 MB', agency: 'its sender' });
  if (bytes.length === 0) throw new AppError('unreadableFile', { file: name, why: 'it is empty', agency: 'its sender' });
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  if (head.startsWith('PK')) {
    if (/\.od[ts]$/i.test(name)) return refuse('OpenDocument files');
    return isWorkbookFile(bytes) ? xlsxBlocks(bytes) : docxBlocks(bytes);
  }
  if (head.startsWith('\xd0\xcf\x11\xe0')) {
    // An encrypted .docx or .xlsx and an old .doc are the same kind of container.
    if (/\.(?:docx|xlsx)$/i.test(name)) throw new AppError('encryptedFile', { file: name, agency: 'its sender' });
    return refuse('Word or Excel files of before 2007');
  }
  if (head.startsWith('%PDF')) return refuse('PDF files');
  if (head.startsWith('{\\rtf')) return refuse('RTF files');
  if (/\.(?:docx|xlsx?|docm|pdf|odt|ods|rtf|doc|pages|numbers|zip)$/i.test(name)) {
    throw new AppError('unreadableFile', {
      file: name,
      why: 'its inside is not what its name says',
      agency: 'its sender',
      wanted: 'a Word document (.docx)',
    });
  }
  const told = kindByContents(bytes);
  // A list that came as an e-mail and was saved as text is a list all the same.
  if (told && told.kind !== 'e-mails') return refuse(told.kind);
  const text = decodeText(bytes);
  if (/\.(?:csv|tsv|tab)$/i.test(name)) {
    const table = csvBlocks(text, name);
    // a "CSV" of one column is a list
    const wide = table.some((b) => b.kind === 'table' && b.rows.some((r) => r.length > 1));
    return wide ? table : table.flatMap((b) => (b.kind === 'table' ? b.rows.map((r) => paragraph(r[0]?.text ?? '')) : [b]));
  }
  return textBlocks(text);
}
