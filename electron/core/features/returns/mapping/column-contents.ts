import { splitDated } from '../staging/paragraph-table.ts';
import { looksLikeDate, looksLikeTime } from '../staging/read-dates.ts';

/** What a column's cells look like, from a sample of them. Shares are of the cells that are not blank. */
export type ColumnContents = {
  filled: number;
  dates: number;
  times: number;
  /** Four figures that are a year or a time of the evening: 2008. Where nothing else is a time they count as dates. */
  years: number;
  /** Texts that begin with a date: when and what in one cell. */
  datedTexts: number;
  /** Bare whole numbers: reference numbers, or Excel's serial dates if the heading says so. */
  numbers: number;
  averageLength: number;
  /** Different texts ÷ filled cells: low for a column that says the same few things. */
  variety: number;
};

const SAMPLE = 300;

/** Looks at cells spread over the whole table, so that a long return is judged by more than its beginning. */
export function columnContents(rows: readonly (readonly string[])[], columns: number): ColumnContents[] {
  const step = Math.max(1, Math.floor(rows.length / SAMPLE));
  return Array.from({ length: columns }, (_, column) => {
    let filled = 0;
    let dates = 0;
    let times = 0;
    let years = 0;
    let datedTexts = 0;
    let numbers = 0;
    let length = 0;
    const texts = new Set<string>();
    for (let i = 0; i < rows.length; i += step) {
      const text = rows[i]![column]?.trim() ?? '';
      if (text === '') continue;
      filled++;
      length += text.length;
      texts.add(text);
      if (/^\d+$/.test(text)) numbers++;
      if (/^(?:19|20)[0-5]\d(?:\s?[-–/]\s?(?:\d\d|\d{4}))?$/.test(text)) years++;
      else if (looksLikeTime(text)) times++;
      else if (splitDated(text)) datedTexts++;
      else if (looksLikeDate(text)) dates++;
    }
    const of = Math.max(1, filled);
    return {
      filled,
      dates: (times === 0 ? dates + years : dates) / of,
      times: (times === 0 ? 0 : times + years) / of,
      years: years / of,
      datedTexts: datedTexts / of,
      numbers: numbers / of,
      averageLength: length / of,
      variety: texts.size / of,
    };
  });
}
