import type { AgencySort } from './agency-sorts.ts';

/** An entry as it is looked at for "the same event": its texts with the names in them, its date, who is in it. */
export type AccountInput = {
  id: string;
  agencyId: string;
  sort: AgencySort | null;
  earliest: string | null;
  latest: string | null;
  /** HH:MM */
  time: string | null;
  texts: readonly AccountText[];
  /** Ids of the register that the entry surely mentions. */
  people: readonly string[];
};
/** Spans of `names` are mentions, sure or not: their words are no evidence and are never shown as such. */
export type AccountText = {
  text: string;
  /** With whom each means, where that is known: ids of the register. */
  names: readonly { start: number; end: number; entryIds?: readonly string[] }[];
};

/** What is compared of an entry. Plain values, so that it crosses threads. */
export type Account = {
  id: string;
  agencyId: string;
  sort: AgencySort | null;
  /** Day numbers; null where nothing was read. */
  from: number | null;
  to: number | null;
  /** Minutes of the day: the entry's own time, and every clock time in its words. */
  time: number | null;
  clocks: number[];
  /** Other days that its words name: "on 7 June", "the previous night". */
  namedDays: number[];
  /** Bits of MATTERS, SERVICES and AGENCY_SORTS that its words speak of. */
  matters: number;
  services: number;
  speaksOf: number;
  /** It passes something on, it was handed something, it reports at second hand. */
  sends: boolean;
  receives: boolean;
  people: string[];
  words: string[];
  /** Of all its words, for rows pasted twice. */
  print: number;
};

/** Why two entries may tell of one event. Codes and numbers; `words` hold no name, `people` are ids of the register. */
export type PairReason =
  | {
      code:
        | 'sameDay'
        | 'datesOverlap'
        | 'namesTheDay'
        | 'bothNameEachOther'
        | 'oneNamesTheOther'
        | 'sentAndReceived'
        | 'sameText';
    }
  | { code: 'daysApart'; days: number }
  | { code: 'sameTime'; minutes: number }
  | { code: 'sameMatter'; matters: string[] }
  | { code: 'people'; people: string[] }
  | { code: 'words'; words: string[] };

export type Pair = { aId: string; bId: string; kind: 'sameEvent' | 'duplicate'; score: number; reasons: PairReason[] };
