import type { CellProperties, ParagraphProperties, RunProperties } from './properties.ts';
import { Remembered } from './remembered.ts';

/** What stories refer to but the file keeps elsewhere. */
export type StoryContext = {
  /** Ids of styles that hide their text. */
  hiddenStyles: ReadonlySet<string>;
  footnotes: ReadonlyMap<string, string>;
  endnotes: ReadonlyMap<string, string>;
  comments: ReadonlyMap<string, string>;
  seen: SeenProperties;
};

/** Properties that were met before in this document. */
export type SeenProperties = {
  cells: Remembered<CellProperties>;
  paragraphs: Remembered<ParagraphProperties>;
  runs: Remembered<RunProperties>;
  /** Those of paragraphs and runs that change nothing of what stands in them. */
  plainParagraphs: Remembered<null>;
  plainRuns: Remembered<null>;
};

/** A document that has nothing of the kind yet. */
export const newContext = (hiddenStyles: ReadonlySet<string> = new Set()): StoryContext => ({
  hiddenStyles,
  footnotes: new Map(),
  endnotes: new Map(),
  comments: new Map(),
  seen: {
    cells: new Remembered(),
    paragraphs: new Remembered(),
    runs: new Remembered(),
    plainParagraphs: new Remembered(),
    plainRuns: new Remembered(),
  },
});
