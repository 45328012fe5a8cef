import { AppError } from '#shared/kernel/app-error.ts';
import type { Agency, Review } from '#shared/contract/review.ts';
import { bytesToId } from '#shared/kernel/ids.ts';
import { fromBlob, toBlob, type ReadDb } from '../../db/sql.ts';
import { selectRows } from '../../db/store.ts';
import { commands, queries } from '../../kernel/implement.ts';
import { ensureAgency } from '../returns/writes.ts';
import { looseEnds } from '../analysis/thread.ts';

/** The one review of a file. */
export function theReview(db: ReadDb): Review {
  const row = selectRows(db, 'review')[0];
  if (!row) throw new AppError('damaged');
  const { publishSettings: _settings, ...review } = row;
  return review as Review;
}

function listAgencies(db: ReadDb): Agency[] {
  const entries = new Map(
    db
      .all<{ agencyId: Uint8Array; n: number }>(
        `SELECT "agencyId", count(*) AS n FROM event WHERE hidden = 0 GROUP BY "agencyId"`,
      )
      .map((row) => [bytesToId(row.agencyId), row.n]),
  );
  return selectRows(db, 'agency', 'ORDER BY ordinal').map((row) => ({
    id: row.id,
    name: String(row['name']),
    letters: String(row['letters']),
    colour: row['colour'] as number,
    entries: entries.get(row.id) ?? 0,
    rowVersion: row['rowVersion'] as number,
  }));
}

/** Counted from indexes alone; the few entries with a problem are looked at one by one. */
function perAgency(
  db: ReadDb,
): { agencyId: string; entries: number; first: string | null; last: string | null; problems: number }[] {
  type Sum = { agencyId: Uint8Array; n: number; first: string | null; last: string | null; place: number };
  const problems = new Map(
    db
      .all<{ agencyId: Uint8Array; n: number }>(
        `SELECT "agencyId", count(*) AS n FROM event INDEXED BY "eventProblem" WHERE "problemCount" > 0 AND hidden = 0 GROUP BY "agencyId"`,
      )
      .map((row) => [fromBlob(row.agencyId), row.n]),
  );
  return db
    .all<Sum>(
      `SELECT "agencyId", count(*) AS n, min(earliest) AS first, max(latest) AS last, min(pos) AS place
         FROM event WHERE hidden = 0 GROUP BY "agencyId"`,
    )
    .sort((a, b) => a.place - b.place)
    .map((row) => ({
      agencyId: fromBlob(row.agencyId),
      entries: row.n,
      first: row.first,
      last: row.last,
      problems: problems.get(fromBlob(row.agencyId)) ?? 0,
    }));
}

export const reviewQueries = queries({
  'review.get': (db) => theReview(db),
  'agency.list': (db) => listAgencies(db),
  'review.overview': (db) => {
    const n = (sql: string): number => db.get<{ n: number }>(`SELECT ${sql} AS n`)!.n;
    const span = db.get<{ first: string | null; last: string | null }>(
      `SELECT min(earliest) AS first, max(latest) AS last FROM event WHERE hidden = 0`,
    )!;
    const entries = n(`(SELECT count(*) FROM event WHERE hidden = 0)`);
    const counted = db.get(`SELECT 1 FROM meta WHERE key = 'mentionsCountedAt'`) !== undefined;
    const loose = looseEnds(db);
    return {
      returns: n(`(SELECT count(*) FROM "agencyReturn" WHERE state <> 'withdrawn')`),
      returnProblems: selectRows(db, 'agencyReturn', `WHERE state <> 'withdrawn'`).reduce(
        (sum, row) => sum + (row['problems'] as { severity: string }[]).filter((p) => p.severity !== 'notice').length,
        0,
      ),
      entries,
      entriesWithProblems: n(`(SELECT count(*) FROM event WHERE hidden = 0 AND "problemCount" > 0)`),
      untagged:
        entries -
        n(`(SELECT count(DISTINCT t."eventId") FROM "themeTag" t JOIN event e ON e.id = t."eventId" WHERE e.hidden = 0)`),
      people: n(`(SELECT count(*) FROM "registerEntry")`),
      toSettle: counted
        ? n(`(SELECT coalesce(sum(m), 0) FROM (SELECT max(ask) AS m FROM "mentionSummary" WHERE ask > 0 GROUP BY "eventId"))`)
        : null,
      findings: n(`(SELECT count(*) FROM finding)`),
      findingsWithoutRecommendation: loose.findingsWithoutRecommendation.length,
      recommendations: n(`(SELECT count(*) FROM recommendation WHERE placed = 1)`),
      recommendationsWithoutFinding: loose.recommendationsWithoutFinding.length,
      actions: n(`(SELECT count(*) FROM action)`),
      actionsWithoutDate: n(`(SELECT count(*) FROM action WHERE timescale IS NULL)`),
      publications: n(`(SELECT count(*) FROM publication)`),
      remarksWaiting: n(`(SELECT count(*) FROM "panelRemark" WHERE state = 'waiting')`),
      firstDay: span.first,
      lastDay: span.last,
      agencies: perAgency(db),
      density: db
        .all<{ agencyId: Uint8Array; week: number; entries: number }>(`SELECT * FROM "agencyWeek" ORDER BY week`)
        .map((row) => ({ agencyId: fromBlob(row.agencyId), week: row.week, entries: row.entries })),
    };
  },
});

export const reviewCommands = commands({
  'review.update': (store, input) => {
    const review = theReview(store);
    const { rowVersion, ...patch } = input;
    store.needVersion('review', review.id, rowVersion, 'review');
    store.update('review', review.id, patch);
    return theReview(store);
  },
  'agency.add': (store, input) => {
    const id = ensureAgency(store, input.name);
    return listAgencies(store).find((agency) => agency.id === id)!;
  },
  'agency.update': (store, input) => {
    const { id, rowVersion, ...patch } = input;
    store.needVersion('agency', id, rowVersion, 'agency');
    if (patch.name && store.get(`SELECT 1 FROM agency WHERE name = ? COLLATE NOCASE AND id <> ?`, patch.name, toBlob(id))) {
      throw new AppError('alreadyExists', { what: 'an agency', field: 'name' });
    }
    store.update('agency', id, patch);
    return listAgencies(store).find((agency) => agency.id === id)!;
  },
});
