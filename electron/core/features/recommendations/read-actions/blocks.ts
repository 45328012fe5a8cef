/** What a file or a pasted text comes to, whatever it was: paragraphs and tables in order. */
export type Paragraph = {
  kind: 'paragraph';
  text: string;
  /** The number that Word shows but does not keep in the text: "1.", "Action 3", "(a)". */
  label: string | null;
  bullet: boolean;
  /** Depth in an automatic list, from 0; for typed lines their indent. */
  level: number;
  /** 1–9 as styled; 0 the document's title; null for body text. */
  heading: number | null;
  bold: boolean;
  /** A line of the paragraph before (a soft return, a single line end in text with blank lines). */
  soft: boolean;
};
export type Cell = { text: string /** Shown by a merge from the cell above. */; fromAbove: boolean };
export type Table = { kind: 'table'; rows: Cell[][] };
export type Block = Paragraph | Table;

export const paragraph = (text: string, more: Partial<Paragraph> = {}): Paragraph => ({
  kind: 'paragraph',
  text,
  label: null,
  bullet: false,
  level: 0,
  heading: null,
  bold: false,
  soft: false,
  ...more,
});

/** Spaces that Word and Outlook leave behind; line ends and tabs stay. */
export function tidy(text: string): string {
  return text
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .replace(/\r\n?|\u2028|\v|\f/g, '\n')
    .replace(/\u2029/g, '\n\n');
}
