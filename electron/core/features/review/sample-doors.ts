import type { InputFor, OutputOf } from '#shared/contract/index.ts';
import type { AgencyCode } from '#resources/sample/returns/sample-return.ts';
import type { ReviewCore } from '../../engine/review-core.ts';
import type { ReviewCommand, ReviewQuery } from '../../kernel/implement.ts';
import type { CallSession } from '../../kernel/session.ts';

/** The contract as the sample is filled through it: ordinary commands and queries, by the reviewer unless somebody else is named. */
export type SampleDoors = {
  core: ReviewCore;
  session: CallSession;
  now: string;
  run<N extends ReviewCommand>(name: N, input: InputFor<N>, as?: CallSession): Promise<OutputOf<N>>;
  ask<N extends ReviewQuery>(name: N, input: InputFor<N>): Promise<OutputOf<N>>;
};

export function sampleDoors(core: ReviewCore, session: CallSession, now: string): SampleDoors {
  return {
    core,
    session,
    now,
    run: async <N extends ReviewCommand>(name: N, input: InputFor<N>, as = session) =>
      (await core.command(name, input, as, now)) as OutputOf<N>,
    ask: async <N extends ReviewQuery>(name: N, input: InputFor<N>) =>
      (await core.query(name, input, session, now)) as OutputOf<N>,
  };
}

/** Which entries of an agency tell a fact of the timeline. */
export type SampleEvents = { of(agency: AgencyCode, t: number): string[] };
