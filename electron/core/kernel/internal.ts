import { AppError } from '#shared/kernel/app-error.ts';
import type { ColumnMapping, ImportResult, StagedReturn } from '#shared/model/agency-return.ts';
import type { PublicationKind } from '#shared/contract/publish.ts';
import type { RegisterEntry } from '#shared/model/register.ts';
import { findRow, selectRows } from '../db/store.ts';
import { toBlob, type ReadDb } from '../db/sql.ts';
import type { Store } from '../db/store.ts';
import { scopeOf } from '../features/chronology/writes.ts';
import type { AllowedWord } from '../features/publish/compose/compose.ts';
import { collectPublication } from '../features/publish/collect.ts';
import { approvalsOf } from '../features/publish/handlers.ts';
import type { ActionsOnlyModel } from '../features/publish/model.ts';
import { countMentions, type MentionCounts } from '../features/register/asks.ts';
import { rememberedMapping } from '../features/returns/agencies.ts';
import { commitReturn, earlierReturn } from '../features/returns/commit.ts';
import { exportParts } from '../features/review/export.ts';
import { seedReview, type ReviewSeed } from '../features/review/seed.ts';
import { verifyReview, type VerifyResult } from '../features/review/verify.ts';
import { contract } from '#shared/contract/index.ts';
import { chainHead } from './audit.ts';
import { registerEntries } from './lens.ts';
import { revealDetails, revealOutput } from './reveal-output.ts';
import type { ReadContext, WriteContext } from './implement.ts';

/** Steps of jobs within the core. No door reaches them: they are not in the contract. */
export const internalReads = {
  importContext: (
    db: ReadDb,
    input: { agency: string | null },
  ): { anchor: { scopeFrom?: string; scopeTo?: string }; remembered: ColumnMapping | null } => ({
    anchor: scopeOf(db),
    remembered: rememberedMapping(db, input.agency) ?? null,
  }),
  earlierReturn: (
    db: ReadDb,
    input: { file: string; sha256: string; agencies: string[] },
  ): { id: string; agency: string } | null => earlierReturn(db, input),
  original: (db: ReadDb, input: { id: string }): { name: string; sha256: string; bytes: Uint8Array } => {
    const row = findRow(db, 'agencyReturn', input.id);
    if (!row) throw new AppError('notFound', { what: 'return' });
    const kept = db.get<{ bytes: Uint8Array }>(`SELECT bytes FROM original WHERE sha256 = ?`, String(row['sha256']));
    if (!kept) throw new AppError('damaged');
    return { name: String(row['file']), sha256: String(row['sha256']), bytes: new Uint8Array(kept.bytes) };
  },
  countMentions: (
    db: ReadDb,
    input: { from: number | null; limit: number },
    ctx: ReadContext,
  ): { counts: MentionCounts; next: number | null; entries: number } => countMentions(db, ctx.lens, input.from, input.limit),
  collectPublication: (db: ReadDb, input: { kind: PublicationKind; on: string | null }, ctx: ReadContext): ActionsOnlyModel =>
    collectPublication(db, input.kind, input.on, ctx.now.slice(0, 10)),
  approvals: (db: ReadDb, input: { kind: PublicationKind; contentHash: string }): ReturnType<typeof approvalsOf> =>
    approvalsOf(db, input.kind, input.contentHash),
  register: (db: ReadDb, _input: Record<string, never>): RegisterEntry[] => registerEntries(db),
  /** Words of the register that publications of this review keep by decision: in their files they are no leak. */
  allowedWords: (db: ReadDb, _input: Record<string, never>): AllowedWord[] =>
    selectRows(db, 'publication').flatMap((row) => (row['checkSheet'] as { allowed: AllowedWord[] }).allowed),
  chainHead: (db: ReadDb, _input: Record<string, never>): string => chainHead(db),
  verify: (db: ReadDb, _input: Record<string, never>): VerifyResult => verifyReview(db),
  /** A job's answer as this session may see it. */
  reveal: (_db: ReadDb, input: { name: string; output: unknown }, ctx: ReadContext): unknown =>
    revealOutput(contract[input.name as keyof typeof contract].output, input.output, ctx.lens),
  revealDetails: (_db: ReadDb, input: { details: Record<string, unknown> }, ctx: ReadContext): Record<string, unknown> =>
    revealDetails(input.details, ctx.lens),
  exportParts: (db: ReadDb, _input: Record<string, never>): ReturnType<typeof exportParts> => exportParts(db),
  mentionsStale: (db: ReadDb, _input: Record<string, never>): boolean =>
    db.get<{ value: string }>(`SELECT value FROM meta WHERE key = 'mentionsStale'`)?.value !== '0',
};

type Spec = { label: string; undo: 'recorded' | 'never' | 'journal'; audit?: 'always' };
type InternalWrite<I, O> = Spec & { command: string; run: (store: Store, input: I, ctx: WriteContext) => O };
const write = <I, O>(spec: InternalWrite<I, O>): InternalWrite<I, O> => spec;

export type NewPublication = {
  id: string;
  kind: PublicationKind;
  format: 'docx' | 'html';
  sha256: string;
  contentHash: string;
  name: string;
  audience: string;
  publishedOn: string | null;
  approvedBy: string;
  checkSheet: unknown;
};

export const internalWrites = {
  seedReview: write({
    command: 'session.create',
    label: 'New review',
    undo: 'never',
    run: (store, input: ReviewSeed) => seedReview(store, input),
  }),
  commitReturn: write({
    command: 'returns.import',
    label: 'Add a return',
    undo: 'recorded',
    run: (store, input: { staged: StagedReturn; bytes: Uint8Array }, ctx): ImportResult =>
      commitReturn(store, input.staged, input.bytes, ctx.now),
  }),
  storeCounts: write({
    command: 'register.recount',
    label: 'Count mentions',
    undo: 'journal',
    run: (store, input: MentionCounts & { first: boolean; last: boolean }, ctx) => {
      if (input.first) {
        store.tx.run(`DELETE FROM "mentionSummary"`);
        store.tx.run(`DELETE FROM "mentionSpelling"`);
      }
      for (const row of input.perEvent) {
        store.tx.run(
          `INSERT INTO "mentionSummary" ("entryId", "eventId", mentions, ask) VALUES (?,?,?,?)`,
          toBlob(row.entryId),
          toBlob(row.eventId),
          row.mentions,
          row.ask,
        );
      }
      for (const row of input.spellings) {
        store.tx.run(
          `INSERT INTO "mentionSpelling" ("entryId", spelling, mentions) VALUES (?,?,?) ON CONFLICT("entryId", spelling) DO UPDATE SET mentions = mentions + excluded.mentions`,
          toBlob(row.entryId),
          row.spelling,
          row.mentions,
        );
      }
      if (input.last) {
        store.tx.run(
          `INSERT INTO meta (key, value) VALUES ('mentionsCountedAt', ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value`,
          ctx.now,
        );
        store.tx.run(`INSERT INTO meta (key, value) VALUES ('mentionsStale', '0') ON CONFLICT(key) DO UPDATE SET value = '0'`);
      }
    },
  }),
  recordPublication: write({
    command: 'publish.make',
    label: 'Publish',
    undo: 'never',
    run: (store, input: NewPublication, ctx): string => {
      store.insert('publication', { ...input, madeAt: ctx.now, madeBy: ctx.session.name });
      return input.sha256;
    },
  }),
  /** An action that changes no row and still belongs on the activity log: an export, an unlock, an original handed over. */
  noteActivity: write({
    command: 'activity',
    label: 'Activity',
    undo: 'never',
    audit: 'always',
    run: (_store, _input: { command: string }) => undefined,
  }),
};

export type InternalReads = typeof internalReads;
export type InternalWrites = typeof internalWrites;
export type ReadInput<K extends keyof InternalReads> = Parameters<InternalReads[K]>[1];
export type ReadOutput<K extends keyof InternalReads> = ReturnType<InternalReads[K]>;
export type WriteInput<K extends keyof InternalWrites> = Parameters<InternalWrites[K]['run']>[1];
export type WriteOutput<K extends keyof InternalWrites> = ReturnType<InternalWrites[K]['run']>;
