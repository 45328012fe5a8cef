/** What stories refer to but the file keeps elsewhere. */
export type StoryContext = {
  /** Ids of styles that hide their text. */
  hiddenStyles: ReadonlySet<string>;
  footnotes: ReadonlyMap<string, string>;
  endnotes: ReadonlyMap<string, string>;
  comments: ReadonlyMap<string, string>;
};
export const NO_CONTEXT: StoryContext = {
  hiddenStyles: new Set(),
  footnotes: new Map(),
  endnotes: new Map(),
  comments: new Map(),
};
