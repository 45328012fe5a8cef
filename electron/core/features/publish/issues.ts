import { z } from 'zod';
import { assert } from '#shared/kernel/assert.ts';
import { prose, safe, secret } from '#shared/model/basics.ts';
import { FieldRef } from './model.ts';

/** What stops a publication. Only what would be published can block it. */
export const BLOCK_CODES = [
  'nameInText',
  'undecidedMention',
  'reasonMissing',
  'summaryMissing',
  'nothingToPublish',
  'emptyText',
  'titleMissing',
  'badDate',
  'notPlainText',
  'keepWithoutReason',
  'remedyUnusable',
  'ruleNotApproved',
  'heldBack',
  'verifyFailed',
] as const;
/** What a person should look at; never blocks. */
export const WARNING_CODES = [
  'noOwner',
  'noDate',
  'noMeasure',
  'maybePersonal',
  'staleRemedy',
  'authorMissing',
  'partnershipMissing',
  'lacksImprovements',
  'lacksReasons',
] as const;

/** Opens the fix of an issue: `decide` settles who is meant, `edit` opens the field, the others are remedies. */
export const Fix = z.strictObject({
  action: z.enum(['pseudonym', 'leaveOut', 'keep', 'decide', 'edit']),
  label: prose(400),
  entryId: safe().nullable().optional(),
  replacement: prose(300).optional(),
});
export const IssueWhere = z.strictObject({
  ...FieldRef.shape,
  start: z.int().nonnegative().nullable(),
  end: z.int().nonnegative().nullable(),
  /** Number of the action or recommendation, where the field is one of theirs. */
  number: safe().nullable(),
  /** As a reader would say it: "Action 2", "The reason". */
  label: safe(),
  /** Part of the finished file, where only its check found the trouble. */
  part: safe().optional(),
});
export const PublishIssue = z.strictObject({
  code: z.enum([...BLOCK_CODES, ...WARNING_CODES]),
  message: prose(600),
  where: IssueWhere,
  /** The words it is about, and the hash of the field's text: what a decision or remedy quotes. */
  words: secret().nullable(),
  textHash: safe().nullable(),
  /** All it may be; one where it is sure. */
  entryIds: z.array(safe()),
  /** What would stand in its place. */
  replacement: safe().nullable(),
  fixes: z.array(Fix),
});

export type BlockCode = (typeof BLOCK_CODES)[number];
export type WarningCode = (typeof WARNING_CODES)[number];
export type Fix = z.infer<typeof Fix>;
export type IssueWhere = z.infer<typeof IssueWhere>;
export type PublishIssue = z.infer<typeof PublishIssue>;

const CODES: ReadonlySet<string> = new Set([...BLOCK_CODES, ...WARNING_CODES]);
/** A code of the two tables; anything else is a fault of ours. */
export function issueCode(code: string): PublishIssue['code'] {
  assert(CODES.has(code), `no issue is called ${code}`);
  return code as PublishIssue['code'];
}

/** An issue about a field or a whole row, with no span of text. */
export function fieldIssue(
  code: PublishIssue['code'],
  message: string,
  where: Pick<IssueWhere, 'table' | 'id' | 'field' | 'number' | 'label'>,
  fix: string,
): PublishIssue {
  return {
    code,
    message,
    where: { ...where, start: null, end: null },
    words: null,
    textHash: null,
    entryIds: [],
    replacement: null,
    fixes: [{ action: 'edit', label: fix }],
  };
}
