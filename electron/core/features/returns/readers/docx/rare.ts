import type { XmlScanner } from '#core/formats/xml-scanner.ts';
import type { Noticed } from './story-marks.ts';

/** What few stories have: kept apart, and made when first met, as there are very many cells. */
export type Rare = Noticed & {
  alternates: { depth: number; size: number }[];
  notes: string[];
  /** Where in the text the last struck-out and the last put-in piece ended. */
  deletedAt: number;
  insertedAt: number;
  tables: XmlScanner[];
  /** A date picker's day, and where its text begins and ends. */
  picked: { day: string; depth: number; from: number; to: number } | null;
  /** Depth of the nested table that is being read, 0 outside of one. */
  tableFrom: number;
};

export function nothingRare(): Rare {
  return {
    deleted: [],
    inserted: [],
    hidden: [],
    comments: [],
    pictures: 0,
    foreign: 0,
    lostField: false,
    alternates: [],
    notes: [],
    deletedAt: -1,
    insertedAt: -1,
    tables: [],
    picked: null,
    tableFrom: 0,
  };
}

/** The day that a date picker holds, where its text is all that a story has. */
export function pickedDay({ picked }: Rare, text: string): string | null {
  if (!picked || text.trim() === '') return null;
  return text.slice(picked.from, picked.to).trim() === text.trim() ? picked.day : null;
}
