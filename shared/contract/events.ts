import { z } from 'zod';
import { Id, safe } from '../model/basics.ts';
import { TABLE_NAMES } from '../model/table-names.ts';

/** More ids than this per table and the event says '*' instead. */
export const MOST_IDS = 500;

export const events = {
  /** After a commit: which rows changed. */
  'rows.changed': z.strictObject({
    seq: z.int(),
    changes: z.partialRecord(z.enum(TABLE_NAMES), z.union([z.array(Id), z.literal('*')])),
    changeSet: z.int(),
    person: safe(),
    label: safe(),
  }),
  /** A long job has moved on. `call` is the id of the call it belongs to. */
  'job.progress': z.strictObject({ call: safe(), label: safe(), done: z.int(), total: z.int().nullable() }),
  /** The session changed: opened, locked, view, person. */
  'session.changed': z.strictObject({ state: z.enum(['none', 'open', 'locked']) }),
  /** The client missed events: drop every cached answer. */
  resync: z.strictObject({}),
};
export type EventName = keyof typeof events;
export type EventData<N extends EventName> = z.infer<(typeof events)[N]>;
export type RowsChanged = EventData<'rows.changed'>;
