import { fromParts, isoDay } from '#shared/kernel/clock.ts';
import { EXPECTED_RETURNS } from '#resources/sample/expected.ts';
import { entriesOf, type SampleReturn, type SampleRow } from '#resources/sample/returns/sample-return.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

export type EntryDays = { row: SampleRow; earliest: string; latest: string };

/** The days of each entry by the plainest reading there is, apart from the product's own reader of dates. */
export function entryDays(sample: SampleReturn): EntryDays[] {
  const column = sample.columns.findIndex((name) =>
    /^(date|start|when|incident date|consultation date|date of contact)$/i.test(name),
  );
  const expected = EXPECTED_RETURNS.find(({ code }) => code === sample.code);
  let previous = { earliest: '', latest: '' };
  return entriesOf(sample).map((row) => {
    const text = row.cells[column] ?? '';
    const planted = expected?.blemishes.find((blemish) => blemish.text === text && blemish.days !== undefined)?.days;
    const day = plainDay(text);
    if (planted !== undefined) previous = planted;
    else if (day !== null) previous = { earliest: day, latest: day };
    else if (text !== '' && text !== 'as above') throw new Error(`no day: ${sample.code} ${text}`);
    return { row, ...previous };
  });
}

function plainDay(text: string): string | null {
  const numeric = /(?:^|\s)(\d{1,2})[/.](\d{1,2})[/.](\d{2}|\d{4})\b/.exec(text);
  if (numeric) return isoDay(fromParts(fullYear(numeric[3]), Number(numeric[2]), Number(numeric[1])));
  const worded = /^(\d{1,2}) ([A-Z][a-z]+) (\d{4})$/.exec(text);
  if (worded)
    return isoDay(
      fromParts(Number(worded[3]), MONTHS.indexOf((worded[2] ?? '').slice(0, 3).toLowerCase()) + 1, Number(worded[1])),
    );
  return null;
}

function fullYear(text: string | undefined): number {
  const year = Number(text);
  return year < 100 ? 2000 + year : year;
}
