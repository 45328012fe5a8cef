import { newId } from '#shared/kernel/ids.ts';
import { SAMPLE_REVIEW } from '#resources/sample/review-facts.ts';
import { SAMPLE_RETURNS } from '#resources/sample/returns/all-returns.ts';
import type { AgencyCode } from '#resources/sample/returns/sample-return.ts';
import { SAMPLE_ASKING, SAMPLE_STEPS } from '#resources/sample/tracker.ts';
import type { SampleDoors } from './sample-doors.ts';

export type Requests = ReadonlyMap<AgencyCode, string>;

/** All seven were asked on one day; the review's agencies begin with it. */
export async function askForReturns({ run }: SampleDoors): Promise<Requests> {
  const requests = new Map(SAMPLE_RETURNS.map(({ code }) => [code, newId()] as const));
  const { contacts, on, due, note } = SAMPLE_ASKING;
  await run('tracker.ask', {
    agencies: SAMPLE_RETURNS.map(({ code, agency }) => ({
      requestId: requests.get(code)!,
      stepId: newId(),
      agency,
      contact: contacts[code],
    })),
    from: SAMPLE_REVIEW.scopeFrom,
    to: SAMPLE_REVIEW.scopeTo,
    backgroundFrom: SAMPLE_REVIEW.backgroundFrom,
    on,
    due,
    note,
  });
  return requests;
}

export async function noteSteps({ run }: SampleDoors, requests: Requests): Promise<void> {
  for (const { agency, kind, on, due, note } of SAMPLE_STEPS)
    await run('tracker.step', { steps: [{ id: newId(), requestId: requests.get(agency)! }], kind, on, due, note });
}
