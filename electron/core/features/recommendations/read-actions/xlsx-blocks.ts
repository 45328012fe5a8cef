import { readSheets } from '../../returns/reads.ts';
import { type Block, paragraph, tidy } from './blocks.ts';

/** The sheets of a workbook in order: a sheet of one column is a list, any other a table. */
export function xlsxBlocks(bytes: Uint8Array): Block[] {
  return readSheets(bytes).flatMap(({ name, rows }): Block[] => {
    if (rows.length === 0 || /^\W*(?:read ?me|instructions?|guidance|lists?|example.*)\W*$/i.test(name)) return [];
    const texts = rows.map(({ cells }) =>
      cells.map((cell) => ({
        text: withoutMidnight(tidy(cell.text).trim(), cell.moment?.time),
        fromAbove: cell.fromAbove === true,
      })),
    );
    const isList = texts.every((row) => row.filter((cell) => cell.text !== '').length <= 1);
    if (!isList) return [{ kind: 'table', rows: texts }];
    return texts.flatMap((row) => row.filter((cell) => cell.text !== '' && !cell.fromAbove).map((cell) => paragraph(cell.text)));
  });
}

/** A day that nobody gave a time shows midnight in some formats: "2026-06-30 0:00:00". */
function withoutMidnight(text: string, time: string | null | undefined): string {
  return time === '00:00' ? text.replace(/[\sT]+(?:00?:00(?::00(?:\.0+)?)?|12:00(?::00)? AM)$/i, '') : text;
}
