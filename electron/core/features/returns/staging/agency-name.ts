import type { RawReturn, RawTableRow } from '../readers/reader.ts';

const LABEL =
  /^(?:name of )?(?:reporting |your )?(?:agency|organisation|organization)(?: name| completing(?: (?:this )?(?:return|chronology))?)?\s*[:–-]?\s*$/i;
const LABELLED =
  /^(?:(?:internal |agency )?chronology (?:of|for|by|from) (?:the )?)?(?:name of )?(?:reporting |your )?(?:agency|organisation|organization)(?: name| completing(?: (?:this )?(?:return|chronology))?)?\s*[:–-]\s*(\S[^\n]{1,120})$/im;

/** The agency as the file itself states it: "Agency: …" in a paragraph, or a label with its value in the cell beside it. */
export function statedAgency(raw: RawReturn): string | null {
  for (const { text } of raw.paragraphs) {
    const found = LABELLED.exec(text.trim());
    if (found) return found[1]!.trim();
  }
  for (const table of raw.tables.slice(0, 20)) {
    const labelled = labelledAgency(table.rows);
    if (labelled !== null) return labelled;
  }
  return null;
}

export function labelledAgency(rows: readonly RawTableRow[]): string | null {
  for (const row of rows.slice(0, 30)) {
    const filled = row.cells.filter((cell) => cell.text.trim() !== '');
    if (filled.length === 1) {
      const found = LABELLED.exec(filled[0]!.text.trim());
      if (found) return found[1]!.trim();
    }
    if (filled.length === 2 && LABEL.test(filled[0]!.text.trim()) && filled[1]!.text.trim().length <= 120)
      return filled[1]!.text.trim();
  }
  return null;
}

/** A file's name as a last resort: without its ending, version and date. */
export function agencyFromFileName(file: string): string {
  const stem = file
    .replace(/^.*[/\\]/, '')
    .replace(/\.[^.]{1,5}$/, '')
    .replace(/[_]+/g, ' ')
    .replace(/\b(?:v\d+|final\d*|copy|draft|chronology|chron|return|\d{4}-\d{2}-\d{2}|\d{6,8})\b/gi, ' ')
    .replace(/\(\d+\)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s-]+|[\s-]+$/g, '');
  return (stem === '' ? file : stem).slice(0, 300);
}
