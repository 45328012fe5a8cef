import { READ_LIMITS } from '#core/features/returns/readers/limits.ts';
import { readRawReturn } from '#core/features/returns/readers/open-return.ts';
import type { RawReturn } from '#core/features/returns/readers/reader.ts';
import { type StageContext, stageReturn } from '#core/features/returns/staging/stage-return.ts';
import { StagedReturn } from '#shared/model/agency-return.ts';

export const CONTEXT: StageContext = {
  file: 'return.docx',
  sha256: 'x',
  agency: 'Borough Services',
  anchor: { scopeFrom: '2023-01-01', scopeTo: '2025-12-31' },
};

export function readRaw(bytes: Uint8Array | string, name = 'return.docx'): RawReturn {
  return readRawReturn(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, name, READ_LIMITS);
}

/** Reads and stages, and holds the answer against its public shape. */
export function stage(bytes: Uint8Array | string, name = 'return.docx', context: Partial<StageContext> = {}): StagedReturn {
  return StagedReturn.parse(stageReturn(readRaw(bytes, name), { ...CONTEXT, file: name, ...context }));
}

/** A staged return in a few lines, to compare at a glance: day or "?", who, what. */
export function brief(staged: StagedReturn): string[] {
  return staged.events.map((event) =>
    [event.date.earliest ?? '?', event.sourceOfInformation ?? '-', event.description].join(' | '),
  );
}

export function problems(staged: StagedReturn): string[] {
  return staged.problems.map(
    (p) => `${p.severity} ${p.code} ${p.table ?? '-'}:${p.row ?? '-'}${p.column === undefined ? '' : `:${p.column}`}`,
  );
}
