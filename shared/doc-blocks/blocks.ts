import { z } from 'zod';

/**
 * The publication's one tag tree. Core turns it into DOCX and HTML, the renderer into the preview;
 * words and roles only, no fonts. Text equality of all renderings is tested.
 */
export const Inline = z.strictObject({
  text: z.string(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  /** Plumbline's own word ("Action 2", "Published"), not one that somebody wrote. */
  own: z.literal(true).optional(),
  /** On the register, and settled to stay: the check of the finished file expects exactly these words here. */
  kept: z.literal(true).optional(),
  /** Number of the issue about these words, in the preview alone: no finished file may carry one. */
  issue: z.int().positive().optional(),
});

/** Where a block comes from, so that a finding in the text can open its fix: a row and its field. */
export const BlockSource = z.strictObject({ table: z.string(), id: z.string(), field: z.string() });

export const Block = z.discriminatedUnion('t', [
  z.strictObject({ t: z.literal('title'), runs: z.array(Inline), source: BlockSource.optional() }),
  z.strictObject({ t: z.literal('subtitle'), runs: z.array(Inline), source: BlockSource.optional() }),
  z.strictObject({
    t: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
    runs: z.array(Inline),
    source: BlockSource.optional(),
    /** Numbers of the issues about all that stands under the heading, e.g. a missing measure; preview alone. */
    issues: z.array(z.int().positive()).optional(),
    /** What the contents list leads to. */
    anchor: z
      .string()
      .regex(/^part\d+$/)
      .optional(),
  }),
  /** The chapters, each a link to its heading; the heading above the list is a block of its own. */
  z.strictObject({
    t: z.literal('contents'),
    items: z.array(z.strictObject({ anchor: z.string().regex(/^part\d+$/), runs: z.array(Inline) })),
  }),
  z.strictObject({ t: z.literal('paragraph'), runs: z.array(Inline), source: BlockSource.optional() }),
  /** A bold label and its value, e.g. Owner, By, Measure: a paragraph of its own. */
  z.strictObject({ t: z.literal('labelled'), label: z.string(), runs: z.array(Inline), source: BlockSource.optional() }),
  z.strictObject({ t: z.literal('listItem'), ordered: z.boolean(), runs: z.array(Inline), source: BlockSource.optional() }),
  /** First row is the header and repeats; no merged and no empty cells. */
  z.strictObject({
    t: z.literal('table'),
    caption: z.string(),
    header: z.array(z.string().min(1)).min(1),
    rows: z.array(z.array(z.array(Inline))),
    /** Relative widths, one a column; all alike where left out. */
    widths: z.array(z.number().positive()).optional(),
    source: BlockSource.optional(),
  }),
]);
export const DocBlocks = z.strictObject({
  /** Neutral document title: it stands in the file's properties and its footer. */
  title: z.string().min(1),
  language: z.literal('en-GB'),
  blocks: z.array(Block),
});

export type Inline = z.infer<typeof Inline>;
export type Block = z.infer<typeof Block>;
export type BlockSource = z.infer<typeof BlockSource>;
export type DocBlocks = z.infer<typeof DocBlocks>;
