import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { AppError } from '#shared/kernel/app-error.ts';
import { newId } from '#shared/kernel/ids.ts';
import { PublicationKind } from '#shared/model/publication-kinds.ts';
import type { CliCommand } from '../command.ts';
import { withReview } from '../context.ts';
import { dayOption } from '../days.ts';
import { show } from '../print.ts';

export const publish: CliCommand = {
  usage:
    'publish FILE --kind full|executiveSummary|actionsOnly|actionPlan|chronology|learningBrief|webEntry --out F --approved-by "NAME, POST" [--reason TEXT] [--summary TEXT] [--layout headings|table] [--on DATE] [--audience A] [--format docx|html]',
  about:
    'makes a publication, records the approval of exactly this content, opens the bytes again and checks them, writes them with their check sheet',
  shape: { places: ['FILE'], options: ['kind', 'out', 'approved-by', 'reason', 'summary', 'layout', 'on', 'audience', 'format'] },
  run: async (args) => {
    const kind = kindOf(args.option('kind'));
    const to = args.option('out');
    if (to === undefined) throw new AppError('wrongUsage', { why: '--out is missing.' });
    const format = formatOf(args.option('format'), to);
    const layout = layoutOf(args.option('layout'));
    const on = dayOption('on', args.option('on')) ?? null;
    const approver = approverOf(args.option('approved-by'));
    // Looked at before anything is made: what cannot be written should not stand as published.
    if (!existsSync(dirname(resolve(to)))) throw new AppError('writeFailed', { file: basename(to) });
    return withReview(args, args.place(0), async (review) => {
      const reason = args.option('reason');
      const audience = args.option('audience');
      const summary = args.option('summary');
      if (reason !== undefined || audience !== undefined || summary !== undefined || layout !== undefined) {
        await review.call('publish.setSettings', {
          kind,
          ...(reason === undefined ? {} : { reason }),
          ...(summary === undefined ? {} : { summary }),
          ...(layout === undefined ? {} : { layout }),
          ...(audience === undefined ? {} : { audience }),
        });
      }
      if (approver) {
        const { contentHash } = await review.call('publish.preview', { kind, on });
        await review.call('publish.approve', { id: newId(), kind, on, contentHash, ...approver, asTold: true });
      }
      const made = await review.call('publish.make', { kind, format, on, fileName: basename(to) });
      const checkSheet = `${to}.check.json`;
      writeBoth([
        { path: resolve(to), bytes: review.take(made.file).bytes },
        { path: resolve(checkSheet), bytes: review.take(made.checkSheetFile).bytes },
      ]);
      await show(
        args,
        { kind, sha256: made.sha256, checkSheet },
        () => `Written and checked: ${to}\nCheck sheet: ${checkSheet}\nSHA-256 ${made.sha256}`,
      );
      return 0;
    });
  },
};

function kindOf(text: string | undefined): PublicationKind {
  const kind = PublicationKind.safeParse(text);
  if (!kind.success) throw new AppError('wrongUsage', { why: `--kind is one of ${PublicationKind.options.join(', ')}.` });
  return kind.data;
}

function layoutOf(text: string | undefined): 'headings' | 'table' | undefined {
  if (text === undefined || text === 'headings' || text === 'table') return text;
  throw new AppError('wrongUsage', { why: '--layout is headings or table.' });
}

/** "NAME, POST": the approval names a person and the post in which they approve. */
function approverOf(text: string | undefined): { name: string; post: string } | null {
  if (text === undefined) return null;
  const at = text.indexOf(',');
  const name = at < 0 ? '' : text.slice(0, at).trim();
  const post = at < 0 ? '' : text.slice(at + 1).trim();
  if (!name || !post) throw new AppError('wrongUsage', { why: '--approved-by is written "NAME, POST".' });
  return { name, post };
}

/** The format asked for, else that of the file's name. A page named as a Word file would open as neither. */
function formatOf(asked: string | undefined, to: string): 'docx' | 'html' {
  const named = /\.html?$/i.test(to) ? 'html' : /\.docx$/i.test(to) ? 'docx' : undefined;
  const format = asked ?? named ?? 'docx';
  if (format !== 'docx' && format !== 'html') throw new AppError('wrongUsage', { why: '--format is docx or html.' });
  if (named !== undefined && named !== format)
    throw new AppError('wrongUsage', { why: `--format ${format} does not go with the name given to --out.` });
  return format;
}

/** Both whole or neither: a publication must not lie about half-written or without its check sheet. */
function writeBoth(files: readonly { path: string; bytes: Uint8Array }[]): void {
  try {
    for (const { path, bytes } of files) writeFileSync(`${path}.part`, bytes);
    for (const { path } of files) renameSync(`${path}.part`, path);
  } catch {
    for (const { path } of files) rmSync(`${path}.part`, { force: true });
    throw new AppError('writeFailed', { file: basename(files[0]!.path) });
  }
}
