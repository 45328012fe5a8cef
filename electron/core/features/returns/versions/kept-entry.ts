import type { FieldChange } from '#shared/contract/return-versions.ts';
import type { OldEntry } from './old-entries.ts';

/** What becomes of an entry that both versions have. */
export type KeptEntry = {
  old: OldEntry;
  /** Index of the entry in the staged return. */
  after: number;
  kind: 'same' | 'moved' | 'changed';
  changes: FieldChange[];
  slight: boolean;
  moved: boolean;
  /** An earlier version had left it out. */
  back: boolean;
};
