import { contract } from '#shared/contract/index.ts';
import { keepPairs, readAccounts } from '../features/accounts/steps.ts';
import { activityHead, allowedWords, approvalsFor, collect, recordPublication } from '../features/publish/steps.ts';
import { paperFacts, paperPage } from '../features/chronology/paper/paper-steps.ts';
import { addReply, readCopyToMake, readReplyContext, recordPanelFile } from '../features/panel/steps.ts';
import { countPage, keepCounts, readRegister } from '../features/register/steps.ts';
import { eventsOfRows, originalHead } from '../features/returns/original/steps.ts';
import { compareFiles, versionToRead } from '../features/returns/versions/steps.ts';
import { problemPoints, templateFacts } from '../features/returns/papers/steps.ts';
import { addReturn, compareReturn, findLikely, findSame, importContext, readOriginal } from '../features/returns/steps.ts';
import { letterFacts } from '../features/returns/tracker/steps.ts';
import { beginReview, readForExport } from '../features/review/steps.ts';
import { revealDetails, revealOutput } from '../kernel/reveal-output.ts';
import { noteActivity, readStep, type ReadStep, type WriteStep } from '../kernel/steps.ts';

/** A job's answer, and its error details, as this session may see them: the register lives on the reader's side. */
export const revealAnswer = readStep('revealAnswer', (_db, input: { name: string; output: unknown }, ctx) =>
  revealOutput(contract[input.name as keyof typeof contract].output, input.output, ctx.lens),
);
export const revealError = readStep('revealError', (_db, input: { details: Record<string, unknown> }, ctx) =>
  revealDetails(input.details, ctx.lens),
);

type AnyRead = ReadStep<never, unknown>;
type AnyWrite = WriteStep<never, unknown>;

const READS: readonly AnyRead[] = [
  importContext,
  findLikely,
  findSame,
  compareReturn,
  readOriginal,
  originalHead,
  eventsOfRows,
  compareFiles,
  versionToRead,
  templateFacts,
  problemPoints,
  letterFacts,
  countPage,
  readRegister,
  collect,
  approvalsFor,
  allowedWords,
  activityHead,
  readForExport,
  readAccounts,
  paperFacts,
  paperPage,
  readCopyToMake,
  readReplyContext,
  revealAnswer,
  revealError,
];
const WRITES: readonly AnyWrite[] = [
  addReturn,
  keepCounts,
  keepPairs,
  recordPublication,
  beginReview,
  recordPanelFile,
  addReply,
  noteActivity,
];

export const readSteps: ReadonlyMap<string, AnyRead> = new Map(READS.map((step) => [step.step, step]));
export const writeSteps: ReadonlyMap<string, AnyWrite> = new Map(WRITES.map((step) => [step.step, step]));
