import type { Review } from '#shared/contract/review.ts';
import type { PublicationKind } from '#shared/contract/publish.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { selectRows } from '../../db/store.ts';
import type { ReadDb } from '../../db/sql.ts';
import type { Row } from '../../db/tables.ts';
import { labelOf, registerEntries } from '../../kernel/lens.ts';
import { listActions, listRecommendations } from '../recommendations/reads.ts';
import type { ActionsOnlyModel, PublishedAction, SpanDecision, SpanRemedy } from './model.ts';

/** Decisions kept on the review about each kind of publication. */
export type PublishSettings = { reason: string; publishedOn: string | null; audience: string };
export const NO_SETTINGS: PublishSettings = { reason: '', publishedOn: null, audience: '' };

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

/**
 * Everything that the pipeline needs, read in one go. For actions only no text of the chronology, of an annotation or of a
 * finding is read at all: the safest redaction is not to collect.
 */
export function collectPublication(db: ReadDb, kind: PublicationKind, on: string | null, today: string): ActionsOnlyModel {
  const review = reviewRow(db);
  const settings = settingsOf(db, kind);
  const actions = listActions(db);
  const publishedAction = (action: (typeof actions)[number]): PublishedAction => ({
    table: 'action',
    id: action.id,
    number: action.number,
    heading: action.heading,
    text: action.text,
    owners: action.owners,
    leadAgency: action.leadAgency,
    timescale: action.timescale,
    successMeasure: action.successMeasure,
    assurance: action.assurance,
  });
  const placed = listRecommendations(db).filter((row) => row.placed);
  const register = registerEntries(db);
  const name = String(review['authorName']);
  return {
    kind: 'actionsOnly',
    reviewId: review.id,
    publicationId: review.id,
    partnership: String(review['partnership']),
    reviewTitle: null,
    reviewTypeLabel: TYPE_LABELS[review['profile'] as Review['profile']],
    reference: String(review['reference']) || null,
    // A review that names no subject is called by its title, which is searched like every other text.
    subjectPseudonym: String(review['subject']) || String(review['title']),
    author: name ? { name, post: String(review['authorPost']) } : null,
    reason: settings.reason,
    publishedOn: on ?? settings.publishedOn ?? today,
    audience: settings.audience || null,
    items: [
      ...placed.map((row) => ({
        table: 'recommendation' as const,
        id: row.id,
        number: String(row.number),
        heading: row.heading,
        text: row.text,
        owners: row.owners,
        leadAgency: row.leadAgency,
        timescale: row.timescale,
        successMeasure: row.successMeasure,
        assurance: row.assurance,
        actions: actions.filter((action) => action.recommendationId === row.id).map(publishedAction),
      })),
      ...actions.filter((action) => action.recommendationId === null).map(publishedAction),
    ],
    register,
    decisions: selectRows(db, 'mentionDecision', `WHERE "placeTable" <> 'event'`).map((row) => ({
      ...spanOf(row),
      entryId: row['entryId'] as string | null,
    })),
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
