import { type Block, type Cell, paragraph, tidy } from './blocks.ts';
import { csvBlocks } from './csv-blocks.ts';
import { fieldOf } from './fields.ts';

/** Pasted or plain text → blocks. A table copied from Word or Excel arrives as lines with tabs; Markdown tables have bars. */
export function textBlocks(input: string): Block[] {
  // quoted e-mail keeps its marks before each line
  const lines = tidy(input)
    .split('\n')
    .map((line) => line.replace(/^(?:>\s?)+/, ''));
  const header = delimitedHeader(lines);
  if (header)
    return [...textBlocks(lines.slice(0, header.at).join('\n')), ...csvBlocks(lines.slice(header.at).join('\n'), header.name)];
  const blank = /\n[ \t]*\n/.test(tidy(input).trim());
  const wrapped = isHardWrapped(lines);
  const out: Block[] = [];
  let gap = true;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.trim() === '') {
      gap = true;
      continue;
    }
    const table = tableAt(lines, i);
    if (table) {
      out.push({ kind: 'table', rows: table.rows });
      i = table.last;
      gap = true;
      continue;
    }
    const before = out.at(-1);
    const text = line.trim();
    if (wrapped && !gap && before?.kind === 'paragraph' && goesOn(before.text, text)) before.text = `${before.text} ${text}`;
    else {
      const indent = /^\s*/.exec(line)![0].replaceAll('\t', '    ').length;
      const hashes = /^(#{1,6})\s+(.*)$/.exec(text);
      if (hashes) out.push(paragraph(hashes[2]!, { heading: hashes[1]!.length }));
      else {
        const strong = /^(\*\*|__)(.+)\1:?$/.exec(text);
        out.push(
          paragraph(strong ? strong[2]! : text.replace(/\*\*/g, ''), {
            level: indent >= 2 ? 1 : 0,
            soft: blank && !gap,
            bold: strong !== null,
          }),
        );
      }
    }
    gap = false;
  }
  return out;
}

/**
 * A row of column names among the first lines: what follows is delimited, with quotes and line ends inside cells
 * as a spreadsheet copies them.
 */
function delimitedHeader(lines: readonly string[]): { at: number; name: string } | null {
  for (let at = 0; at < Math.min(lines.length, 6); at++) {
    for (const [sign, name] of [
      ['\t', 'pasted.tsv'],
      [',', 'pasted.csv'],
      [';', 'pasted.csv'],
    ] as const) {
      const names = lines[at]!.split(sign).map((n) => n.replace(/^"|"$/g, '').trim());
      if (names.length < 2 || names.some((n) => n.length > 40)) continue;
      const fields = names.map((n) => fieldOf(n, false));
      const known = fields.filter((f) => f !== null).length;
      if (known >= 2 && known * 2 >= names.length && (fields.includes('action') || fields.includes('recommendation')))
        return { at, name };
    }
  }
  return null;
}

/** Lines broken at a width, as e-mail and copies from PDF have them: most long lines end in mid-sentence. */
function isHardWrapped(lines: readonly string[]): boolean {
  const widths = lines.map((l) => l.trimEnd().length);
  if (Math.max(...widths, 0) > 120) return false;
  const long = lines.filter((l, i) => l.length >= 45 && (lines[i + 1] ?? '').trim() !== '');
  return long.length > 0 && long.filter((l, i) => !/[.:;!?]\s*$/.test(l) || i < 0).length >= long.length * 0.5;
}

function goesOn(before: string, line: string): boolean {
  if (/^(?:[•·▪●◦‣*\uf0b7]|[-–—]\s|\(?\d{1,3}[.):]|\(?[a-z][.)]\s|(?:action|recommendation)\s+\d)/i.test(line)) return false;
  if (/^[A-Z][\w /]{1,24}:\s/.test(line) || before.endsWith(':')) return false;
  if (/[.!?]["'’”)]?$/.test(before) && before.length < 45) return false;
  if (!/^(?:action|recommendation)\b.{0,40}$/i.test(before))
    return /^\p{Ll}/u.test(line) || (!/[.!?:;]$/.test(before) && before.length > 40);
  return false;
}

function tableAt(lines: readonly string[], from: number): { rows: Cell[][]; last: number } | null {
  const bars = /^\s*\|.*\|\s*$/.test(lines[from]!);
  const cut = (line: string): string[] =>
    bars
      ? line
          .trim()
          .replace(/^\||\|$/g, '')
          .split('|')
          .map((c) => c.trim())
      : line.split('\t').map((c) => c.trim());
  const rows: Cell[][] = [];
  let last = from;
  for (let i = from; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.trim() === '') break;
    const cells = cut(line);
    const joins = bars ? /^\s*\|/.test(line) : cells.length >= 3 || (rows.length > 0 && cells.length >= 2);
    // a table of contents has tabs too
    if (!joins || (!bars && (listLike(line) || /\t\s*(?:\d{1,3}|page)\s*$/i.test(line)))) break;
    if (!(bars && cells.every((c) => /^:?-{2,}:?$/.test(c)))) rows.push(cells.map((text) => ({ text, fromAbove: false })));
    last = i;
  }
  const wide = rows.filter((r) => r.filter((c) => c.text !== '').length >= 2).length;
  return rows.length >= 2 && wide >= 2 ? { rows, last } : null;
}

/** "1.\tText" and "•\tText" are list lines, not two cells. */
const listLike = (line: string): boolean =>
  /^\s*(?:[•·▪●◦‣–—\-*o\uf0b7]|\(?\d{1,3}[.)]?|\(?[a-z][.)]|(?:action|recommendation)\s*\d+[.:]?)\t[^\t]*$/i.test(line);
