import { finalText, type SampleReturn } from './returns/sample-return.ts';

function field(text: string, delimiter: string): string {
  return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A return as CSV: the practice's own export. */
export function returnAsCsv(sample: SampleReturn): Uint8Array {
  const delimiter = ';';
  const width = sample.columns.length;
  const alone = (text: string): string[] => [text, ...Array<string>(width - 1).fill('')];
  const records: string[][] = sample.preface.map(alone);
  for (const table of sample.tables) {
    records.push([...sample.columns]);
    for (const line of table.lines) {
      if (line.kind === 'entry') records.push(line.cells.map(finalText));
      if (line.kind === 'heading') records.push(alone(line.text));
      if (line.kind === 'header') records.push([...sample.columns]);
    }
  }
  records.push(...sample.notes.map(alone));
  const text = records.map((cells) => cells.map((cell) => field(cell, delimiter)).join(delimiter)).join('\r\n');
  // Byte order mark: Excel writes one when asked for UTF-8.
  return new TextEncoder().encode(`\uFEFF${text}\r\n`);
}
