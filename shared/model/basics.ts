import { z } from 'zod';
import { ID_PATTERN } from '../kernel/ids.ts';

/**
 * How a string behaves in an anonymised session. Every string of an output that says nothing is `prose`:
 * it passes through the anonymiser. So a field that somebody forgot to mark is anonymised, never leaked.
 */
export type Reveal = 'safe' | 'prose' | 'secret' | 'fileName';
/** A zod registry: what is narrowed from a marked schema (`.max()`, `.trim()`) inherits its mark. */
const reveals = z.registry<{ reveal: Reveal }>();

/** How a string schema was marked; undefined where it was not. Read by the anonymised session's output pass. */
export function revealOf(schema: z.core.$ZodType): Reveal | undefined {
  return reveals.get(schema)?.reveal;
}
function mark<T extends z.ZodType>(schema: T, reveal: Reveal): T {
  reveals.add(schema, { reveal });
  return schema;
}

/** Text that cannot hold a name: codes, hashes, our own labels. Shown as it is in every session. */
export const safe = (): z.ZodString => mark(z.string(), 'safe');
/** Text that people or agencies wrote. Anonymised in an anonymised session. */
export const prose = (max = 1_000_000): z.ZodString => mark(z.string().max(max), 'prose');
/** Text that has no anonymised form (a real name, an alias): empty in an anonymised session. */
export const secret = (): z.ZodString => mark(z.string(), 'secret');
/** A file's name: a neutral word for its kind in an anonymised session. */
export const fileName = (): z.ZodString => mark(z.string().max(400), 'fileName');

export const Id = mark(z.string().regex(ID_PATTERN), 'safe');
export const Day = mark(z.string().regex(/^\d{4}-\d{2}-\d{2}$/), 'safe');
/** A day that points to a person: absent in an anonymised session. */
export const BirthDay = mark(z.string().regex(/^\d{4}-\d{2}-\d{2}$/), 'secret');
export const Clock = mark(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/), 'safe');
/** An instant in UTC, for the record of who did what; never for dates of the case. */
export const Instant = mark(z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/), 'safe');
/** The number of the change set that last wrote the row: it names the row's content exactly. */
export const RowVersion = z.int().nonnegative();
