import type { Action, ActionLine, Recommendation } from '#shared/model/recommendation.ts';
import { selectRows } from '../../db/store.ts';
import type { ReadDb } from '../../db/sql.ts';

/** Recommendations in order, each with its findings; a number only where its block is placed. */
export function listRecommendations(db: ReadDb): (Recommendation & { number: number | null; actions: number })[] {
  const links = selectRows<{ recommendationId: string; findingId: string }>(db, 'recommendationFinding', 'ORDER BY id');
  const actions = selectRows<Action>(db, 'action');
  let number = 0;
  return selectRows<Recommendation>(db, 'recommendation', 'ORDER BY position').map((row) => ({
    ...row,
    findingIds: links.filter((link) => link.recommendationId === row.id).map((link) => link.findingId),
    number: row.placed ? ++number : null,
    actions: actions.filter((action) => action.recommendationId === row.id).length,
  }));
}

/** Actions in the order they are published: those of each recommendation as 1.1, 1.2, then those without as 1, 2. */
export function listActions(db: ReadDb): (Action & { number: string })[] {
  const all = selectRows<Action>(db, 'action', 'ORDER BY position');
  const numbered: (Action & { number: string })[] = [];
  for (const recommendation of listRecommendations(db)) {
    const own = all.filter((action) => action.recommendationId === recommendation.id);
    own.forEach((action, i) =>
      numbered.push({ ...action, number: recommendation.number === null ? '' : `${recommendation.number}.${i + 1}` }),
    );
  }
  all
    .filter((action) => action.recommendationId === null)
    .forEach((action, i) => numbered.push({ ...action, number: String(i + 1) }));
  return numbered;
}

/** Recommendations and actions as lines. */
export function actionLines(db: ReadDb): ActionLine[] {
  const actions = listActions(db);
  const line = (
    row: Recommendation | Action,
    kind: ActionLine['kind'],
    number: string,
    recommendationId: string | null,
    status: string,
  ): ActionLine => ({
    id: row.id,
    kind,
    number,
    text: row.text,
    owners: row.owners,
    leadAgency: row.leadAgency,
    timescale: row.timescale,
    successMeasure: row.successMeasure,
    assurance: row.assurance,
    recommendationId,
    status,
  });
  const lines = listRecommendations(db).flatMap((recommendation) => [
    line(
      recommendation,
      'recommendation',
      String(recommendation.number ?? ''),
      null,
      recommendation.placed ? 'placed' : 'notPlaced',
    ),
    ...actions
      .filter((a) => a.recommendationId === recommendation.id)
      .map((a) => line(a, 'action', a.number, recommendation.id, a.status)),
  ]);
  return [
    ...lines,
    ...actions.filter((a) => a.recommendationId === null).map((a) => line(a, 'action', a.number, null, a.status)),
  ];
}
