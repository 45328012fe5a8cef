import { AppError } from '#shared/kernel/app-error.ts';
import type { PublishIssue } from '#shared/contract/publish.ts';
import type { PublicationKind } from '#shared/model/publication-kinds.ts';
import { ID_PATTERN } from '#shared/kernel/ids.ts';
import { textHash } from '#shared/redaction/text-hash.ts';
import { toBlob, type ReadDb } from '../../db/sql.ts';
import { selectRows } from '../../db/store.ts';
import { commands, queries } from '../../kernel/implement.ts';
import { collectPublication, reviewRow, settingsOf } from './collect/collect.ts';
import { publishedText } from './reads.ts';
import type { PublishIssue as PipelineIssue } from './issues.ts';
import { STILL_TO_READ } from './check-sheet.ts';
import { previewPublication } from './pipeline.ts';

/** An issue of the pipeline in the contract's shape. */
export function toIssue(issue: PipelineIssue): PublishIssue {
  const { table, id, field, start, end, label } = issue.where;
  return {
    code: issue.code,
    message: issue.message,
    where: { place: ID_PATTERN.test(id) ? { table, id, field } : null, start, end, label },
    words: issue.words,
    textHash: issue.textHash,
    candidates: issue.entryIds,
    replacement: issue.replacement,
    fixes: issue.fixes.map((fix) => ({ action: fix.action, label: fix.label, entryId: fix.entryId ?? null })),
  };
}

export const dayOf = (instant: string): string => instant.slice(0, 10);

export function approvalsOf(
  db: ReadDb,
  kind: string,
  contentHash: string,
): { id: string; name: string; post: string; at: string; asTold: boolean }[] {
  return selectRows(db, 'approval', 'WHERE kind = ? AND "contentHash" = ? ORDER BY at', kind, contentHash).map((row) => ({
    id: row.id,
    name: String(row['name']),
    post: String(row['post']),
    at: String(row['at']),
    asTold: row['asTold'] === true,
  }));
}

export const publishQueries = queries({
  'publish.settings': (db, input) => ({
    kind: input.kind,
    ...settingsOf(db, input.kind),
    rowVersion: reviewRow(db)['rowVersion'] as number,
  }),
  'publish.preview': (db, input, ctx) => {
    const model = collectPublication(db, input.kind, input.on, dayOf(ctx.now));
    const preview = previewPublication(model);
    return {
      contentHash: preview.modelHash,
      // An anonymised session sees the text as it would leave, with what is still open taken out by the output pass.
      blocks: preview.blocks,
      blocked: preview.blocked.map(toIssue),
      warnings: preview.warnings.map(toIssue),
      searchedFor: preview.searchedFor,
      approvals: approvalsOf(db, input.kind, preview.modelHash),
      author: { name: model.author?.name.text ?? '', post: model.author?.post.text ?? '' },
      stillToRead: [...STILL_TO_READ],
    };
  },
  'publish.remedies': (db) =>
    selectRows(db, 'remedy', 'ORDER BY at, id').map((row) => ({
      id: row.id,
      place: { table: String(row['placeTable']), id: String(row['placeId']), field: String(row['field']) },
      action: row['action'] as 'pseudonym' | 'leaveOut' | 'keep',
      words: String(row['words']),
      entryId: row['entryId'] as string | null,
      reason: String(row['reason']),
      person: String(row['person']),
      at: String(row['at']),
      rowVersion: row['rowVersion'] as number,
    })),
  'publish.list': (db) =>
    selectRows(db, 'publication', 'ORDER BY "madeAt" DESC').map((row) => ({
      id: row.id,
      kind: row['kind'] as PublicationKind,
      format: row['format'] as 'docx' | 'html',
      sha256: String(row['sha256']),
      contentHash: String(row['contentHash']),
      name: String(row['name']),
      audience: String(row['audience']),
      publishedOn: row['publishedOn'] as string | null,
      madeAt: String(row['madeAt']),
      madeBy: String(row['madeBy']),
      approvedBy: String(row['approvedBy']),
    })),
});

export const publishCommands = commands({
  'publish.setSettings': (store, input) => {
    const review = reviewRow(store);
    const { kind, ...changed } = input;
    const all = review['publishSettings'] as Record<string, unknown>;
    store.update('review', review.id, { publishSettings: { ...all, [kind]: { ...settingsOf(store, kind), ...changed } } });
    return { kind, ...settingsOf(store, kind), rowVersion: reviewRow(store)['rowVersion'] as number };
  },
  'publish.remedy': (store, input, ctx) => {
    const text = publishedText(store, input.place);
    if (text === null) throw new AppError('notFound', { what: 'text' });
    if (textHash(text) !== input.textHash || input.end > text.length || input.start >= input.end)
      throw new AppError('versionConflict');
    if (input.action === 'keep' && !input.reason.trim())
      throw new AppError('badInput', { where: 'the reason', why: 'a name that is kept needs a reason' });
    const same = selectRows(
      store,
      'remedy',
      'WHERE "placeTable" = ? AND "placeId" = ? AND field = ? AND "textHash" = ? AND start = ? AND "end" = ?',
      input.place.table,
      toBlob(input.place.id),
      input.place.field,
      input.textHash,
      input.start,
      input.end,
    )[0];
    const decided = { entryId: input.entryId, action: input.action, reason: input.reason, person: ctx.session.name, at: ctx.now };
    if (same) {
      store.update('remedy', same.id, decided);
      return { id: same.id };
    }
    store.insert('remedy', {
      id: input.id,
      placeTable: input.place.table,
      placeId: input.place.id,
      field: input.place.field,
      textHash: input.textHash,
      start: input.start,
      end: input.end,
      words: text.slice(input.start, input.end),
      ...decided,
    });
    return { id: input.id };
  },
  'publish.removeRemedy': (store, input) => {
    store.needVersion('remedy', input.id, input.rowVersion, 'settlement');
    store.remove('remedy', input.id);
    return { id: input.id };
  },
  'publish.approve': (store, input, ctx) => {
    const model = collectPublication(store, input.kind, input.on, dayOf(ctx.now));
    const preview = previewPublication(model);
    if (preview.blocked.length > 0)
      throw new AppError('publishBlocked', { count: preview.blocked.length, blocked: preview.blocked.map(publicBlock) });
    if (preview.modelHash !== input.contentHash) throw new AppError('versionConflict', { current: preview.modelHash });
    refuseAuthor(model.author?.name.text ?? '', input.name);
    if (!store.find('approval', input.id)) {
      store.insert('approval', {
        id: input.id,
        kind: input.kind,
        contentHash: input.contentHash,
        name: input.name,
        post: input.post,
        at: ctx.now,
        asTold: input.asTold,
        recordedBy: ctx.session.name,
      });
    }
    return { id: input.id };
  },
});

/** The shape of a block on the command line. */
export const publicBlock = (issue: PipelineIssue): { code: string; message: string; where: PipelineIssue['where'] } => ({
  code: issue.code,
  message: issue.message,
  where: issue.where,
});

/** Someone other than the author approves. Names are compared as a person would. */
export function refuseAuthor(author: string, approver: string): void {
  const plain = (name: string): string =>
    name
      .normalize('NFKD')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .toLowerCase();
  if (author && plain(author) === plain(approver)) throw new AppError('approverIsAuthor');
}
