import { newId } from '#shared/kernel/ids.ts';
import { SAMPLE_GAPS, SAMPLE_PERIODS, type SampleGap } from '#resources/sample/gaps.ts';
import { sampleReturnOf } from '#resources/sample/rows-of.ts';
import type { AgencyCode } from '#resources/sample/returns/sample-return.ts';
import type { SampleDoors } from './sample-doors.ts';

async function agencyIds({ ask }: SampleDoors): Promise<(code: AgencyCode | null) => string | null> {
  const known = new Map((await ask('agency.list', {})).map(({ id, name }) => [name, id]));
  return (code) => (code === null ? null : known.get(sampleReturnOf(code).agency)!);
}

export async function addPeriods(doors: SampleDoors): Promise<void> {
  const idOf = await agencyIds(doors);
  for (const { agency, ...period } of SAMPLE_PERIODS)
    await doors.run('periods.add', { id: newId(), agencyId: idOf(agency), ...period });
}

/** What was said of gaps, before the later versions came or after. */
export async function explainGaps(doors: SampleDoors, when: 'before' | 'after'): Promise<void> {
  const idOf = await agencyIds(doors);
  const due = (gap: SampleGap): boolean => (gap.beforeLaterVersions === true) === (when === 'before');
  for (const gap of SAMPLE_GAPS.filter(due)) {
    const { agency, from, to, explanation, note } = gap;
    await doors.run('gaps.explain', {
      id: newId(),
      agencyId: idOf(agency),
      from,
      to,
      byHand: agency === null,
      explanation,
      note,
    });
  }
}
