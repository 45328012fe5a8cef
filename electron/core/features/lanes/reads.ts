import type { ReadDb } from '../../db/sql.ts';
import { IN_A_WEEK, WEEK_OF_EVENT } from './weeks.ts';

const THEMES = `SELECT t."themeId", e."agencyId", ${WEEK_OF_EVENT} AS week, count(*) AS entries FROM "themeTag" t
  JOIN event e ON e.id = t."eventId" WHERE ${IN_A_WEEK} GROUP BY 1, 2, 3`;
const PEOPLE = `SELECT m."entryId", ${WEEK_OF_EVENT} AS week, count(*) AS entries FROM "mentionSummary" m
  JOIN event e ON e.id = m."eventId" WHERE ${IN_A_WEEK} GROUP BY 1, 2`;

/** Compares the weekly counts by theme and by person with a fresh count of the rows; answers what differs, in words. */
export function compareLanes(db: ReadDb): string[] {
  const differ = (fresh: string, kept: string): boolean =>
    [`${fresh} EXCEPT ${kept}`, `${kept} EXCEPT ${fresh}`].some((sql) => db.get(`SELECT 1 FROM (${sql}) LIMIT 1`) !== undefined);
  const problems: string[] = [];
  if (differ(THEMES, `SELECT "themeId", "agencyId", week, entries FROM "themeWeek"`))
    problems.push('the weekly counts by theme differ from the tags');
  if (differ(PEOPLE, `SELECT "entryId", week, entries FROM "personWeek"`))
    problems.push('the weekly counts by person differ from the mentions');
  return problems;
}
