import type { XmlScanner } from '#core/formats/xml-scanner.ts';
import type { RawMark } from '../reader.ts';
import type { CellProperties } from './properties.ts';

/** The final view of a cell, paragraph or note. */
export type Story = {
  text: string;
  notes: readonly string[];
  marks: readonly RawMark[];
  style: string;
  letters: number;
  /** The day that was picked from a calendar, where the text is that day and nothing else. */
  day: string | null;
  /** What is said of the cell, where it is one. */
  cell: CellProperties;
  /** Tables in it, each to be read again by itself; those inside them aside. */
  tables: readonly XmlScanner[];
};

export type StoryOptions = {
  /** The hidden row of a table is read, so its text, which Word hides with it, is as well. */
  showHidden?: boolean;
};
