import { useMemo } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import type { AppError } from '#shared/kernel/app-error.ts';
import type { RegisterKind } from '#shared/model/register.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { docText } from '#shared/doc-blocks/text.ts';
import { KINDS, type PublicationKind } from '#shared/model/publication-kinds.ts';
import { wordCount } from '#shared/richtext/plain-text.ts';
import { numbered, type Numbered } from './check/numbered.ts';
import { useRead } from './read-store.ts';
import { type Made, useMade } from './release/made-store.ts';
import { type Standing, type Step, stepsOf } from './steps/steps.ts';

const LACKS = new Set(['nothingToPublish', 'partnershipMissing', 'titleMissing', 'badDate']);
/** Blocks that have a step of their own; the check lists them too. */
const NONE: Record<RegisterKind, number> = { person: 0, place: 0, organisation: 0, reference: 0 };

export type Publication = {
  kind: PublicationKind;
  preview: OutputOf<'publish.preview'>;
  settings: OutputOf<'publish.settings'>;
  review: OutputOf<'review.get'>;
  register: OutputOf<'register.list'>['rows'];
  issues: readonly Numbered[];
  standing: Standing;
  steps: readonly Step[];
  made: Made | null;
  setRead(on: boolean): void;
};

/** Everything the place shows, live; null until all of it has come. */
export function usePublication(kind: PublicationKind): { publication: Publication | null; error: AppError | null } {
  const preview = useQuery('publish.preview', { kind, on: null });
  const settings = useQuery('publish.settings', { kind });
  const review = useQuery('review.get', {});
  const register = useQuery('register.list', {});
  const lines = useQuery('action.list', {});
  const hash = preview.data?.contentHash;
  const [read, setRead] = useRead(hash);
  const made = useMade();
  const published = useQuery('publish.list', {});
  const issues = useMemo(() => numbered(preview.data?.blocked ?? [], preview.data?.warnings ?? []), [preview.data]);
  const error = preview.error ?? settings.error ?? review.error ?? register.error ?? lines.error;
  if (!preview.data || !settings.data || !review.data || !register.data || !lines.data) return { publication: null, error };
  const counts = { ...NONE };
  for (const { entry } of register.data.rows) counts[entry.kind] += 1;
  const standing: Standing = {
    kind,
    words: preview.data.blocks ? wordCount(docText(preview.data.blocks)) : 0,
    some: !preview.data.blocked.some((issue) => issue.code === 'nothingToPublish'),
    recommendations: lines.data.filter((line) => line.kind === 'recommendation' && line.status === 'placed').length,
    actions: lines.data.filter((line) => line.kind === 'action' && line.number !== '').length,
    lacks: preview.data.blocked.filter((issue) => LACKS.has(issue.code)).length,
    writtenWords: wordCount(KINDS[kind].needsSummary ? settings.data.summary : settings.data.reason),
    register: counts,
    blocks: preview.data.blocked.length,
    looks: preview.data.warnings.length,
    read,
    approvedBy: preview.data.approvals.map((approval) => [approval.name, approval.post].filter(Boolean).join(', ')),
    made: made?.checkSheet.contentHash === hash || (published.data?.some((one) => one.contentHash === hash) ?? false),
  };
  return {
    publication: {
      kind,
      preview: preview.data,
      settings: settings.data,
      review: review.data,
      register: register.data.rows,
      issues,
      standing,
      steps: stepsOf(standing),
      made,
      setRead,
    },
    error,
  };
}
