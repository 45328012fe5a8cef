import { z } from 'zod';
import { Id, prose } from '../model/basics.ts';

/**
 * The editor's JSON as stored, per top-level block. The core reads it by this schema, without Lexical;
 * a node that is not here blocks a publication and is never skipped.
 */
const base = { version: z.int() };
const elementBase = {
  ...base,
  direction: z.enum(['ltr', 'rtl']).nullable(),
  format: z.union([z.literal(''), z.int(), z.enum(['left', 'start', 'center', 'right', 'end', 'justify'])]),
  indent: z.int(),
};

export const TextNode = z.strictObject({
  ...base,
  type: z.literal('text'),
  text: prose(),
  format: z.int(),
  detail: z.int(),
  mode: z.enum(['normal', 'token', 'segmented']),
  style: z.literal(''),
});
export const LineBreakNode = z.strictObject({ ...base, type: z.literal('linebreak') });
/** A live reference to an entry of the chronology: holds its id only, shows what the entry says now. */
export const EventRefNode = z.strictObject({ ...base, type: z.literal('event-ref'), eventId: Id });
/** A live reference to a finding. */
export const FindingRefNode = z.strictObject({ ...base, type: z.literal('finding-ref'), findingId: Id });
export const InlineNode = z.discriminatedUnion('type', [TextNode, LineBreakNode, EventRefNode, FindingRefNode]);

const ParagraphNode = z.strictObject({
  ...elementBase,
  type: z.literal('paragraph'),
  children: z.array(InlineNode),
  textFormat: z.int().optional(),
  textStyle: z.literal('').optional(),
});
const HeadingNode = z.strictObject({
  ...elementBase,
  type: z.literal('heading'),
  tag: z.enum(['h1', 'h2', 'h3']),
  children: z.array(InlineNode),
});
const QuoteNode = z.strictObject({ ...elementBase, type: z.literal('quote'), children: z.array(InlineNode) });
const ListItemNode = z.strictObject({
  ...elementBase,
  type: z.literal('listitem'),
  value: z.int(),
  checked: z.boolean().optional(),
  children: z.array(InlineNode),
});
const ListNode = z.strictObject({
  ...elementBase,
  type: z.literal('list'),
  listType: z.enum(['bullet', 'number']),
  start: z.int(),
  tag: z.enum(['ul', 'ol']),
  children: z.array(ListItemNode),
});
/** A recommendation is a row; its block holds only the id. Numbering comes from placement. */
export const RecommendationNode = z.strictObject({ ...base, type: z.literal('recommendation'), recommendationId: Id });

export const EditorBlock = z.discriminatedUnion('type', [ParagraphNode, HeadingNode, QuoteNode, ListNode, RecommendationNode]);
export const NODE_TYPES = [
  'text',
  'linebreak',
  'event-ref',
  'finding-ref',
  'paragraph',
  'heading',
  'quote',
  'listitem',
  'list',
  'recommendation',
] as const;

export type EditorBlock = z.infer<typeof EditorBlock>;
export type InlineNode = z.infer<typeof InlineNode>;
