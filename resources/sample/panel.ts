import { SAMPLE_REVIEW } from './review-facts.ts';
import type { AgencyCode } from './returns/sample-return.ts';

/** The round of comment by the review panel: asked on a Monday, one copy back before the sample's "today". */
export const SAMPLE_ROUND = {
  asks: [
    `Read the entries of your own agency first, then those beside them.`,
    `Say where an entry is wrong, and how you know.`,
    `Say what your agency did that is not here.`,
  ].join('\n'),
  sentOn: '2026-11-02',
  returnBy: '2026-11-20',
  /** From the school's first telephone call on. */
  from: '2024-11-28',
  to: SAMPLE_REVIEW.scopeTo,
  filterWords: `from the first referral, 28 November 2024, to 9 November 2025`,
  /** By post: the review keeps no names of its panel. */
  members: [
    { post: `Education Safeguarding Lead`, agency: `Ostermere Education` },
    { post: `Principal Social Worker`, agency: `Ostermere Children's Social Care` },
    { post: `Detective Inspector, Public Protection`, agency: `Ostershire Constabulary` },
  ],
} as const;

type Place = {
  readonly agency: AgencyCode;
  readonly t: number /** The row that stands below it a second time. */;
  readonly twin?: true;
};
type Settled = { readonly as: 'annotation' } | { readonly as: 'answered'; readonly words: string };

/** What a member did with the copy in Word; `on`: the words of the entry, or of the first page, that it hangs on. */
export type SamplePanelEdit = { readonly settled?: Settled } & (
  | {
      readonly kind: 'comment';
      readonly at: Place | null;
      readonly on: string;
      readonly text: string;
      readonly reply?: { readonly by: string; readonly text: string };
    }
  | { readonly kind: 'typed'; readonly at: Place; readonly text: string }
  | { readonly kind: 'change'; readonly at: Place; readonly on: string; readonly to: string }
  | { readonly kind: 'struck'; readonly at: Place }
);

/** The first member's copy as it came back. */
export const SAMPLE_REPLY = {
  file: `Chronology for comment - our remarks.docx`,
  cameOn: '2026-11-12',
  writtenAt: '2026-11-11T16:20:00Z',
  author: `Education Safeguarding Lead`,
  edits: [
    {
      kind: 'comment',
      at: { agency: 'SC', t: 45 },
      on: `No sibling on the record`,
      text: `Both children were named in the call. The school’s note of the same day has both.`,
      reply: { by: `Deputy head, School P`, text: `The note is in the return, entry of 28 November.` },
    },
    { kind: 'change', at: { agency: 'SC', t: 108 }, on: `No name given`, to: `The name was given and not written down` },
    {
      kind: 'typed',
      at: { agency: 'HV', t: 85 },
      text: `The school was closed to pupils on this day, for training.`,
      settled: { as: 'annotation' },
    },
    {
      kind: 'comment',
      at: { agency: 'ED', t: 64 },
      on: `opened today`,
      text: `Right as it stands: it came on the 17th and was read on the 24th.`,
      settled: { as: 'answered', words: `Thank you. Both days are in the record.` },
    },
    { kind: 'struck', at: { agency: 'ED', t: 59, twin: true } },
    {
      kind: 'comment',
      at: { agency: 'ED', t: 78 },
      on: `Nobody came and nobody rang`,
      text: `Is there anything of this meeting on the other side? The plan had it in the diary.`,
    },
    {
      kind: 'comment',
      at: null,
      on: `Say what your agency did`,
      text: `May the school read its own rows before the panel meets?`,
      settled: { as: 'answered', words: `Yes, its own rows and no others. They go by the secure route this week.` },
    },
  ] satisfies readonly SamplePanelEdit[] as readonly SamplePanelEdit[],
} as const;
