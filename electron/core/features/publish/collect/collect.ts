import type { Review } from '#shared/contract/review.ts';
import type { PublicationKind } from '#shared/model/publication-kinds.ts';
import type { Proceeding, ProceedingKind } from '#shared/contract/proceedings.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { selectRows } from '../../../db/store.ts';
import type { ReadDb } from '../../../db/sql.ts';
import type { Row } from '../../../db/tables.ts';
import { labelOf, registerEntries } from '../../../kernel/lens.ts';
import { holding } from '../../proceedings/reads.ts';
import type { Frame } from '../kinds/frame.ts';
import type { Concern, PublicationModel, SpanDecision, SpanRemedy } from '../model.ts';
import { rulesFor } from '../rules.ts';
import { COLLECTORS } from './collectors.ts';

/** Decisions kept on the review about each kind of publication. */
export type PublishSettings = {
  reason: string;
  summary: string;
  layout: 'headings' | 'table';
  publishedOn: string | null;
  audience: string;
};
const NO_SETTINGS: PublishSettings = { reason: '', summary: '', layout: 'headings', publishedOn: null, audience: '' };

export const reviewRow = (db: ReadDb): Row => {
  const row = selectRows(db, 'review')[0];
  if (!row) throw new AppError('damaged');
  return row;
};

export const settingsOf = (db: ReadDb, kind: PublicationKind): PublishSettings => ({
  ...NO_SETTINGS,
  ...(reviewRow(db)['publishSettings'] as Record<string, Partial<PublishSettings>>)[kind],
});

const TYPE_LABELS: Record<Review['profile'], string> = {
  lcspr: 'Local child safeguarding practice review',
  localLearning: 'Local learning review',
  rapidReview: 'Rapid review',
};

const PROCEEDINGS: Readonly<Record<ProceedingKind, string>> = {
  criminal: 'criminal proceedings',
  care: 'care proceedings',
  inquest: 'an inquest',
  civil: 'civil proceedings',
  disciplinary: 'disciplinary proceedings',
  other: 'proceedings',
};

function heldBack({ id, kind }: Proceeding): Concern {
  const message = `This kind is held back by ${PROCEEDINGS[kind]}. It can be made once somebody lifts the hold by name, with a reason.`;
  const where = { table: 'proceeding', id, field: 'heldKinds', number: null, label: 'Parallel proceedings' };
  return { code: 'heldBack', blocks: true, message, where, fix: 'Look at the hold' };
}

/** Everything that the pipeline needs for one kind, read in one go. */
export function collectPublication(db: ReadDb, kind: PublicationKind, on: string | null, today: string): PublicationModel {
  const settings = settingsOf(db, kind);
  const model = COLLECTORS[kind](db, frameOf(db, kind, settings, on ?? settings.publishedOn ?? today), settings);
  return { ...model, concerns: [...holding(db, kind).map(heldBack), ...model.concerns] };
}

function frameOf(db: ReadDb, kind: PublicationKind, settings: PublishSettings, publishedOn: string): Frame {
  const review = reviewRow(db);
  const register = registerEntries(db);
  const name = String(review['authorName']);
  return {
    reviewId: review.id,
    publicationId: review.id,
    partnership: String(review['partnership']),
    reviewTitle: null,
    reviewTypeLabel: TYPE_LABELS[review['profile'] as Review['profile']],
    reference: String(review['reference']) || null,
    // A review that names no subject is called by its title, which is searched like every other text.
    subjectPseudonym: String(review['subject']) || String(review['title']),
    author: name ? { name, post: String(review['authorPost']) } : null,
    publishedOn,
    audience: settings.audience || null,
    register,
    decisions: selectRows(db, 'mentionDecision').map((row) => ({ ...spanOf(row), entryId: row['entryId'] as string | null })),
    remedies: selectRows(db, 'remedy').map((row) => {
      const entry = register.find((candidate) => candidate.id === row['entryId']);
      const remedy: SpanRemedy = {
        ...spanOf(row),
        action: row['action'] as SpanRemedy['action'],
        reason: String(row['reason']),
        person: String(row['person']),
        at: String(row['at']),
      };
      return entry && remedy.action === 'pseudonym' ? { ...remedy, replacement: labelOf(entry) } : remedy;
    }),
    rules: rulesFor(db, kind).map(({ action, entryId, reason, person, at, approvedAt }) => ({
      action,
      entryId,
      reason,
      person,
      at,
      approved: approvedAt !== null,
    })),
  };
}

function spanOf(row: Row): Omit<SpanDecision, 'entryId'> {
  return {
    table: String(row['placeTable']),
    id: String(row['placeId']),
    field: String(row['field']),
    textHash: String(row['textHash']),
    start: row['start'] as number,
    end: row['end'] as number,
  };
}
