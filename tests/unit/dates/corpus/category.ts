/** A group of expressions with what each must be read as. */
export type CorpusCategory = {
  readonly name: string;
  /** Read with the row above at 4 October 2010 and a scope of 2009 to 2011. */
  readonly leaning: boolean;
  /** As written, and the reading: certainty (= certain, ~ approximate, ? uncertain), days, precision, time, !problems, |alternatives. */
  readonly rows: readonly (readonly [written: string, reading: string])[];
};
