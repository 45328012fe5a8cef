import { z } from 'zod';
import { Day, Id, Instant, prose, RowVersion, safe, secret } from '../model/basics.ts';
import { command, query, type Procedures } from './procedure.ts';

/** What a person says of a stretch without entries, or of an agency that is named and sent nothing. */
export const GapExplanation = z.enum(['noContact', 'elsewhere', 'holiday', 'notInvolved', 'asked', 'notExplained']);
/** Kinds of agency as reviews meet them; read from an agency's name, or set where the name does not tell. */
export const AgencyKind = z.enum([
  'socialCare',
  'police',
  'acuteHospital',
  'generalPractice',
  'communityHealth',
  'education',
  'earlyHelp',
  'mentalHealth',
  'housing',
  'probation',
  'ambulance',
  'fire',
  'drugsAndAlcohol',
  'domesticAbuse',
  'youthJustice',
  'adultSocialCare',
  'courts',
  'cafcass',
  'pharmacy',
  'dentistry',
  'voluntary',
  'benefits',
  'immigration',
  'other',
]);

export const GapNote = z.strictObject({
  id: Id,
  from: Day.nullable(),
  to: Day.nullable(),
  explanation: GapExplanation,
  note: prose(4000),
  person: secret(),
  post: safe(),
  at: Instant,
  rowVersion: RowVersion,
});

const Beside = z.strictObject({ id: Id, ref: z.int(), dateLabel: safe() });

/** A stretch of days without contact: found between entries, stated by an entry, or stated by a person here. */
export const Gap = z.strictObject({
  key: safe(),
  kind: z.enum(['found', 'stated', 'byHand']),
  /** null: every agency, stated by a person. */
  agencyId: Id.nullable(),
  from: Day,
  to: Day,
  days: z.int(),
  /** It touches the beginning or the end of the period, or fills it: the record may begin or end elsewhere. */
  edge: z.enum(['start', 'end', 'whole']).nullable(),
  /** All its school days lie in the usual holidays of schools; only for education. */
  schoolHoliday: z.boolean(),
  /** Entries that state it. */
  statedBy: z.array(Beside),
  /** Entries of the agency within a stretch that was stated: the two do not agree. */
  inside: z.int(),
  /** Entries whose date is too wide to say that they lie elsewhere. */
  vague: z.int(),
  before: Beside.nullable(),
  after: Beside.nullable(),
  note: GapNote.nullable(),
});

export const AgencyRecord = z.strictObject({
  agencyId: Id,
  kind: AgencyKind,
  kindSet: z.boolean(),
  entries: z.int(),
  first: Day.nullable(),
  last: Day.nullable(),
  /** Days of the period before the first contact and after the last; null where there is none at all. */
  startsAfter: z.int().nullable(),
  endsBefore: z.int().nullable(),
  /** The usual number of days from one contact to the next, where there are enough to tell. */
  usual: z.int().nullable(),
  /** A stretch of at least so many days is a gap. */
  days: z.int(),
  /** Set by a person; null: by the agency's own rhythm. */
  daysSet: z.int().nullable(),
  rowVersion: RowVersion,
});

export const ReviewPeriod = z.strictObject({
  id: Id,
  kind: z.enum(['background', 'exception']),
  agencyId: Id.nullable(),
  from: Day.nullable(),
  to: Day.nullable(),
  reason: prose(2000),
  rowVersion: RowVersion,
});

const Excerpt = z.strictObject({ id: Id, ref: z.int(), agencyId: Id, dateLabel: safe(), text: prose() });
const Explained = { explanation: GapExplanation, note: prose(4000).trim() };
const Span = { from: Day, to: Day };

export const gaps = {
  'gaps.list': query({
    about: 'Stretches without contact in the period under review, by agency: found, stated, and what people say of them.',
    input: z.strictObject({}),
    output: z.strictObject({
      period: z.strictObject(Span).nullable(),
      agencies: z.array(AgencyRecord),
      gaps: z.array(Gap),
      /** Explanations whose gap is no longer there, since entries came. */
      filled: z.array(z.strictObject({ agencyId: Id.nullable(), note: GapNote })),
    }),
    reads: ['event', 'agency', 'review', 'gapNote'],
  }),
  'gaps.explain': command({
    about: 'Says what is known of a stretch without contact; by hand, states one that no rule would find.',
    role: 'panelMember',
    undo: 'recorded',
    label: 'Explain a gap',
    input: z.strictObject({ id: Id, agencyId: Id.nullable(), ...Span, byHand: z.boolean(), ...Explained }),
    output: GapNote,
    errors: ['notFound', 'badInput', 'alreadyExists'],
  }),
  'gaps.named': query({
    about: 'Agencies that entries of others name and that sent nothing: by name, by the register, by kind of agency.',
    input: z.strictObject({}),
    output: z.strictObject({
      named: z.array(
        z.strictObject({
          key: safe(),
          what: z.enum(['kind', 'organisation', 'agency']),
          kind: AgencyKind.nullable(),
          entryId: Id.nullable(),
          agencyId: Id.nullable(),
          name: prose(400),
          entries: z.int(),
          by: z.array(z.strictObject({ agencyId: Id, entries: z.int() })),
          samples: z.array(Excerpt),
          note: GapNote.nullable(),
        }),
      ),
      /** Mentions of the register's organisations were counted before the last change. */
      stale: z.boolean(),
    }),
    reads: ['event', 'agency', 'agencyReturn', 'correction', 'registerEntry', 'mentionDecision', 'gapNote'],
  }),
  'gaps.answer': command({
    about: 'Says what is known of an agency that is named and sent nothing.',
    role: 'panelMember',
    undo: 'recorded',
    label: 'Explain a missing agency',
    input: z.strictObject({ id: Id, key: safe().min(1).max(120), ...Explained }),
    output: GapNote,
    errors: ['alreadyExists'],
  }),
  'gaps.change': command({
    about: 'Changes what was said of a gap or of a missing agency.',
    identifiedOnly: true,
    role: 'panelMember',
    undo: 'recorded',
    label: 'Change an explanation',
    input: z.strictObject({ id: Id, rowVersion: RowVersion, ...Explained }),
    output: GapNote,
    errors: ['notFound', 'versionConflict'],
  }),
  'gaps.remove': command({
    about: 'Takes away what was said of a gap or of a missing agency.',
    role: 'panelMember',
    undo: 'recorded',
    label: 'Remove an explanation',
    input: z.strictObject({ id: Id, rowVersion: RowVersion }),
    output: z.strictObject({ id: Id }),
    errors: ['notFound', 'versionConflict'],
  }),
  'gaps.setRule': command({
    about: 'Sets from how many days on an agency’s silence is a gap, and what kind of agency it is; null goes by itself.',
    role: 'businessManager',
    undo: 'recorded',
    label: 'Rule for gaps',
    input: z.strictObject({
      agencyId: Id,
      rowVersion: RowVersion,
      days: z.int().min(1).max(3650).nullable(),
      kind: AgencyKind.nullable(),
    }),
    output: z.strictObject({ agencyId: Id, rowVersion: RowVersion }),
    errors: ['notFound', 'versionConflict'],
  }),
  'periods.list': query({
    about: 'The detailed period, the background period that is summarised, and listed exceptions by agency.',
    input: z.strictObject({}),
    output: z.strictObject({
      detailed: z.strictObject({ from: Day.nullable(), to: Day.nullable() }),
      periods: z.array(ReviewPeriod),
    }),
    reads: ['review', 'reviewPeriod'],
  }),
  'periods.standing': query({
    about: 'How many entries of each agency lie in the detailed period, the background, an exception, or outside all of them.',
    input: z.strictObject({}),
    output: z.strictObject({
      agencies: z.array(
        z.strictObject({
          agencyId: Id,
          detailed: z.int(),
          exception: z.int(),
          background: z.int(),
          outside: z.int(),
          undated: z.int(),
        }),
      ),
      /** The first of those outside, in order. */
      outside: z.array(Excerpt),
    }),
    reads: ['event', 'review', 'reviewPeriod', 'correction', 'registerEntry', 'mentionDecision'],
  }),
  'periods.add': command({
    about: 'Adds the background period, or an exception for one agency with its reason; either side may stay open.',
    role: 'businessManager',
    undo: 'recorded',
    label: 'Add a period',
    input: z.strictObject({
      id: Id,
      kind: z.enum(['background', 'exception']),
      agencyId: Id.nullable(),
      from: Day.nullable(),
      to: Day.nullable(),
      reason: prose(2000).trim(),
    }),
    output: ReviewPeriod,
    errors: ['notFound', 'badInput', 'alreadyExists'],
  }),
  'periods.change': command({
    about: 'Changes the days or the reason of a background period or exception.',
    identifiedOnly: true,
    role: 'businessManager',
    undo: 'recorded',
    label: 'Change a period',
    input: z.strictObject({
      id: Id,
      rowVersion: RowVersion,
      from: Day.nullable(),
      to: Day.nullable(),
      reason: prose(2000).trim(),
    }),
    output: ReviewPeriod,
    errors: ['notFound', 'versionConflict', 'badInput'],
  }),
  'periods.remove': command({
    about: 'Removes a background period or exception.',
    role: 'businessManager',
    undo: 'recorded',
    label: 'Remove a period',
    input: z.strictObject({ id: Id, rowVersion: RowVersion }),
    output: z.strictObject({ id: Id }),
    errors: ['notFound', 'versionConflict'],
  }),
} satisfies Procedures;
export type GapExplanation = z.infer<typeof GapExplanation>;
export type AgencyKind = z.infer<typeof AgencyKind>;
export type GapNote = z.infer<typeof GapNote>;
export type Gap = z.infer<typeof Gap>;
export type AgencyRecord = z.infer<typeof AgencyRecord>;
export type ReviewPeriod = z.infer<typeof ReviewPeriod>;
