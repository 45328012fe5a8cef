import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import type { HostPorts } from '../ports.ts';
import type { ReviewJob } from './implement.ts';
import type { CallSession } from './session.ts';
import type { ReadStep, WriteStep } from './steps.ts';

/**
 * Long work: runs beside the threads of the core, reads and commits through them by steps, computes in workers of its own.
 * It says how far it is and stops when told to; until its one commit nothing has changed.
 */
export type JobContext = {
  session: CallSession;
  ports: HostPorts;
  signal: AbortSignal;
  progress(label: string, done: number, total: number | null): void;
  read<I, O>(step: ReadStep<I, O>, input: I): Promise<O>;
  write<I, O>(step: WriteStep<I, O>, input: I): Promise<O>;
  verify(): Promise<OutputOf<'review.verify'>>;
  now(): string;
};
export type JobMap = { [N in ReviewJob]: (job: JobContext, input: InputOf<N>) => Promise<OutputOf<N>> };

export const jobs = <K extends ReviewJob>(map: Pick<JobMap, K>): Pick<JobMap, K> => map;

export function stopIfAsked(signal: AbortSignal): void {
  if (signal.aborted) throw new AppError('cancelled');
}
