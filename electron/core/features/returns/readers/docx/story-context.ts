import type { XmlScanner } from '#core/formats/xml-scanner.ts';
import {
  type CellProperties,
  type ParagraphProperties,
  readParagraphProperties,
  readRunProperties,
  type RunProperties,
} from './properties.ts';
import { Remembered } from './remembered.ts';

/** What stories refer to but the file keeps elsewhere. */
export type StoryContext = {
  /** Ids of styles that hide their text. */
  hiddenStyles: ReadonlySet<string>;
  footnotes: ReadonlyMap<string, string>;
  endnotes: ReadonlyMap<string, string>;
  comments: ReadonlyMap<string, string>;
  seen: SeenProperties;
  readRun: (xml: XmlScanner) => RunProperties;
  readParagraph: (xml: XmlScanner) => ParagraphProperties;
};

/** Properties that were met before in this document. */
export type SeenProperties = {
  cells: Remembered<CellProperties>;
  paragraphs: Remembered<ParagraphProperties>;
  runs: Remembered<RunProperties>;
};

/** A document of which no note or comment has been read yet. */
export const newContext = (hiddenStyles: ReadonlySet<string> = new Set()): StoryContext => ({
  hiddenStyles,
  footnotes: new Map(),
  endnotes: new Map(),
  comments: new Map(),
  seen: { cells: new Remembered(), paragraphs: new Remembered(), runs: new Remembered() },
  readRun: (xml) => readRunProperties(xml, hiddenStyles),
  readParagraph: (xml) => readParagraphProperties(xml, hiddenStyles),
});
