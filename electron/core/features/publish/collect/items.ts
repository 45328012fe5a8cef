import type { ReadDb } from '../../../db/sql.ts';
import type { PublishedAction, PublishedItem } from '../kinds/items.ts';
import { listActions, listRecommendations } from '../../recommendations/reads.ts';

/** The recommendations that stand in the draft, each with its actions, then the actions of none. */
export function publishedItems(db: ReadDb): PublishedItem[] {
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
    status: action.status,
  });
  const placed = listRecommendations(db).filter((row) => row.placed);
  return [
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
  ];
}
