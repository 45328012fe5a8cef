import type { FieldText, ModelBlock, ModelWords } from '../../model.ts';
import { fieldText, type Owner, written } from '../field-text.ts';
import { ownHeading } from './own-heading.ts';

export type PublishedEntry = {
  id: string;
  ref: number;
  /** As the chronology shows it: "c. 8 Sep 2025". */
  dateLabel: string;
  /** Null: not known to the year. */
  year: number | null;
  agency: { id: string; name: string };
  description: string;
  response: string | null;
  outcome: string | null;
};

const HEADER = ['Date', 'Agency', 'What was recorded'];

/** The chronology, a table for each year: a page of a long table is found by its heading. */
export function entryBlocks(entries: readonly PublishedEntry[], level: 2 | 3 = 2): ModelBlock[] {
  const years = new Map<string, PublishedEntry[]>();
  for (const entry of entries) {
    const year = entry.year === null ? 'Date not known' : String(entry.year);
    const list = years.get(year);
    if (list) list.push(entry);
    else years.set(year, [entry]);
  }
  return [...years].flatMap(([year, list]): ModelBlock[] => [
    ownHeading(year, level),
    {
      t: 'table',
      caption: `${year}: ${list.length === 1 ? 'one entry' : `${list.length} entries`}`,
      header: HEADER,
      widths: [2, 2, 7],
      rows: list.map(rowOf),
    },
  ]);
}

function rowOf(entry: PublishedEntry): ModelWords[][] {
  const owner: Owner = { table: 'event', id: entry.id, number: null, label: `Entry ${entry.ref}` };
  const agency: Owner = { table: 'agency', id: entry.agency.id, number: null, label: `The agency of entry ${entry.ref}` };
  const also = (lead: string, text: FieldText | null): ModelWords => ({
    t: 'list',
    lead,
    items: text ? [text] : [],
    by: '',
    sentence: false,
  });
  return [
    [{ t: 'text', text: fieldText(owner, 'date', entry.dateLabel) }],
    [{ t: 'text', text: fieldText(agency, 'name', entry.agency.name) }],
    [
      { t: 'text', text: fieldText(owner, 'description', entry.description) },
      also(' Response: ', written(owner, 'response', entry.response)),
      also(' Outcome: ', written(owner, 'outcome', entry.outcome)),
    ],
  ];
}
