import { expect, it } from 'vitest';
import type { StageContext } from '#core/features/returns/staging/stage-return.ts';
import { brief, problems, stage } from './support.ts';

/** A return as somebody may send it, and what a person would take from it. */
export type Awkward = {
  what: string;
  file: Uint8Array | string;
  name?: string;
  context?: Partial<StageContext>;
  /** "day | source | description" */
  events: string[];
  /** Problems that must be there, as "severity code table:row". */
  has?: string[];
  /** Exactly these problems and no others. */
  only?: string[];
  mapping?: Record<string, string>;
  agencies?: string[];
  tables?: number;
  /** Rows of each entry, as "table:row". */
  rows?: string[][];
};

export function readsAs(list: readonly Awkward[]): void {
  it.each(list)('$what', (awkward) => {
    const staged = stage(awkward.file, awkward.name ?? 'return.docx', awkward.context);
    expect(brief(staged)).toEqual(awkward.events);
    if (awkward.only) expect(problems(staged)).toEqual(awkward.only);
    for (const problem of awkward.has ?? []) expect(problems(staged)).toContain(problem);
    if (awkward.mapping) expect(staged.mapping).toEqual(awkward.mapping);
    if (awkward.agencies) expect(staged.agencies).toEqual(awkward.agencies);
    if (awkward.tables !== undefined) expect(staged.tables).toBe(awkward.tables);
    for (const event of staged.events) for (const index of event.rows) expect(staged.rows[index]).toBeDefined();
    if (awkward.rows) {
      const rows = staged.events.map((event) => event.rows.map((i) => `${staged.rows[i]!.table}:${staged.rows[i]!.row}`));
      expect(rows).toEqual(awkward.rows);
    }
  });
}
