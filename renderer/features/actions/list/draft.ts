import { useSyncExternalStore } from 'react';
import type { IsoDay } from '#shared/kernel/clock.ts';
import type { ActionStatus, Timescale } from '#shared/model/recommendation.ts';
import { readTimescaleField } from '#shared/recommendations/labelled.ts';

/** An action or recommendation as it is being written: lists as lines. */
export type PlanDraft = {
  heading: string;
  text: string;
  owners: string;
  leadAgency: string;
  timescale: string;
  successMeasure: string;
  assurance: string;
  status: ActionStatus;
  recommendationId: string;
};
type PlanFields = {
  heading: string | null;
  text: string;
  owners: readonly string[];
  leadAgency: string | null;
  timescale: Timescale | null;
  successMeasure: string | null;
  assurance: readonly string[];
};

export function draftOf(row: PlanFields & { status?: ActionStatus; recommendationId?: string | null }): PlanDraft {
  return {
    heading: row.heading ?? '',
    text: row.text,
    owners: row.owners.join('\n'),
    leadAgency: row.leadAgency ?? '',
    timescale: row.timescale?.asWritten || row.timescale?.due || '',
    successMeasure: row.successMeasure ?? '',
    assurance: row.assurance.join('\n'),
    status: row.status ?? 'notStarted',
    recommendationId: row.recommendationId ?? '',
  };
}
export const BLANK: PlanDraft = draftOf({
  heading: null,
  text: '',
  owners: [],
  leadAgency: null,
  timescale: null,
  successMeasure: null,
  assurance: [],
});

const lines = (text: string, most: number): string[] =>
  text
    .split(/[\n;]/)
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, most);

/** What the typed words mean as a day, or null. An unchanged text keeps the day that it had. */
export function dueOf(written: string, before: Timescale | null, today: IsoDay): IsoDay | null {
  const text = written.trim();
  if (text === '') return null;
  if (before && (text === before.asWritten || text === before.due)) return before.due;
  return readTimescaleField(text, { today })?.due ?? null;
}

/** The fields as the contract takes them. */
export function planOf(draft: PlanDraft, before: Timescale | null, today: IsoDay) {
  const written = draft.timescale.trim();
  const keeps = before !== null && (written === before.asWritten || written === before.due);
  return {
    heading: draft.heading.trim() || null,
    text: draft.text.trim(),
    owners: lines(draft.owners, 20),
    leadAgency: draft.leadAgency.trim() || null,
    timescale: written === '' ? null : keeps ? before : { asWritten: written, due: dueOf(written, before, today) },
    successMeasure: draft.successMeasure.trim() || null,
    assurance: lines(draft.assurance, 10),
  };
}

/** What has been typed and not yet kept, by row: choosing another row loses nothing. */
const drafts = new Map<string, PlanDraft>();
const listeners = new Set<() => void>();

export function setDraft(id: string, draft: PlanDraft | null): void {
  if (draft) drafts.set(id, draft);
  else drafts.delete(id);
  for (const listener of listeners) listener();
}
export function useDraft(id: string): PlanDraft | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => drafts.get(id),
  );
}
/** Rows that hold something not yet kept; a new value at each change. */
export function useDrafted(): string {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => [...drafts.keys()].join(' '),
  );
}
