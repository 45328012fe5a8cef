import { AppError } from '#shared/kernel/app-error.ts';
import type { DocBlocks } from '#shared/doc-blocks/blocks.ts';
import { docText } from '#shared/doc-blocks/text.ts';
import { checkSheet, type CheckSheetBody, searchedFor, type SearchedFor } from './check-sheet.ts';
import { type AllowedWord, compose, type Composed } from './compose/compose.ts';
import { draftBlocks } from './compose/draft-blocks.ts';
import { fieldIssue, type PublishIssue } from './issues.ts';
import { PublicationModel } from './model.ts';
import { redact } from './redact.ts';
import type { Sealed } from './seal.ts';
import type { Finding } from './verify/finding.ts';
import { type VerifiedFile, verify } from './verify/verify.ts';

export type MakeOptions = {
  format: 'docx' | 'html';
  /** The name the file will have: it is searched like the rest. Null: not known yet. */
  fileName: string | null;
};
/** Steps done of all, and the step now begun. */
export type MakeProgress = (done: number, of: number, step: string) => void;

export type MadePublication = {
  status: 'made';
  file: VerifiedFile;
  checkSheet: CheckSheetBody;
  modelHash: string;
  blocks: DocBlocks;
  warnings: PublishIssue[];
  /** Words of the register that remain by decision: `checkWordFile` knows them again by this list. */
  allowed: readonly AllowedWord[];
};
export type BlockedPublication = { status: 'blocked'; blocked: PublishIssue[]; warnings: PublishIssue[]; modelHash: string };
export type MakeResult = MadePublication | BlockedPublication;

export type PreviewResult = {
  /** As it would print, with what is open marked by the issue's number: first `blocked`, then `warnings`, from 1. */
  blocks: DocBlocks | null;
  blocked: PublishIssue[];
  warnings: PublishIssue[];
  modelHash: string;
  text: string;
  searchedFor: SearchedFor;
};

const STEPS = ['Apply the rules', 'Compose', 'Write the file', 'Open it again and search it'] as const;

/**
 * PublicationModel → Redacted → DocBlocks → bytes → VerifiedFile. Whatever goes wrong on the way
 * ends without bytes: as issues that open their fix, or as an error.
 */
export async function makePublication(
  input: unknown,
  options: MakeOptions,
  progress: MakeProgress = () => {},
): Promise<MakeResult> {
  const model = modelOf(input);
  const step = (n: number): void => progress(n, STEPS.length, STEPS[n] ?? '');
  step(0);
  const { redacted, blocked, warnings, log, modelHash, matcher } = redact(model);
  if (redacted === null) return { status: 'blocked', blocked, warnings, modelHash };
  step(1);
  const { composed, blocked: joined } = compose(redacted, matcher, model.register);
  if (composed === null) return { status: 'blocked', blocked: joined, warnings, modelHash };
  step(2);
  const sealed = await render(composed, options.format);
  step(3);
  const { file, findings } = verify({ sealed, composed, matcher, register: model.register, fileName: options.fileName });
  if (file === null)
    return { status: 'blocked', blocked: findings.map((f) => verifyIssue(f, model.publicationId)), warnings, modelHash };
  const sheet = checkSheet({ kind: model.kind, file, doc: composed.doc, modelHash, register: model.register, warnings, log });
  const { doc: blocks, allowed } = composed;
  return { status: 'made', file, checkSheet: sheet, modelHash, blocks, warnings, allowed };
}

/** The document library is large: who only previews does not load it. */
async function render(composed: Composed, format: MakeOptions['format']): Promise<Sealed> {
  const { sealDocx, sealHtml } = await import('./seal.ts');
  if (format === 'html') return sealHtml((await import('./render/html-render.ts')).renderHtml(composed));
  return sealDocx(await (await import('./render/docx-render.ts')).renderDocx(composed));
}

/** The publication as it would read now, with what is open still in it: for the window, never for a file. */
export function previewPublication(input: unknown): PreviewResult {
  const model = modelOf(input);
  const { redacted, draft, blocked, warnings, modelHash, matcher } = redact(model);
  const joined = redacted === null ? [] : (compose(redacted, matcher, model.register).blocked ?? []);
  const blocks = draftBlocks(draft);
  const all = [...blocked, ...joined];
  return { blocks, blocked: all, warnings, modelHash, text: docText(blocks), searchedFor: searchedFor(model.register, all) };
}

function modelOf(input: unknown): PublicationModel {
  const parsed = PublicationModel.safeParse(input);
  if (parsed.success) return parsed.data;
  const why = parsed.error.issues.slice(0, 5).map((issue) => issue.path.join('.') || issue.code);
  throw new AppError('badInput', { where: 'the publication', why: `something is wrong at ${why.join(', ')}` });
}

/** The check of the finished file found what the rules before it did not: said as a block, with its place. */
function verifyIssue(finding: Finding, publicationId: string): PublishIssue {
  const where = { table: 'publication', id: publicationId, field: 'file', number: null, label: 'The finished file' };
  const issue = fieldIssue('verifyFailed', finding.message, where, 'Look at the text again');
  const entryIds = finding.entryId === undefined ? [] : [finding.entryId];
  return { ...issue, entryIds, where: { ...issue.where, part: finding.part } };
}
