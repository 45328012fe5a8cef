import type { RequestStep, RequestStepKind, TrackedReturn } from '#shared/contract/tracker.ts';
import type { IsoDay } from '#shared/kernel/clock.ts';
import type { ReturnProblem } from '#shared/model/agency-return.ts';
import { selectRows } from '../../../db/store.ts';
import type { ReadDb } from '../../../db/sql.ts';
import type { Row } from '../../../db/tables.ts';
import { versionFiles } from '../versions/version-files.ts';
import { inOrder, standingOf } from './standing.ts';

const dayOrNull = (value: unknown): IsoDay | null => (typeof value === 'string' ? value : null);

/** Every agency of the review with its request, its steps and what came from it. */
export function trackedReturns(db: ReadDb, today: IsoDay): TrackedReturn[] {
  const requests = new Map(selectRows(db, 'returnRequest').map((row) => [String(row['agencyId']), row]));
  const written = new Map<string, Row[]>();
  for (const row of selectRows(db, 'requestStep', 'ORDER BY "onDay", at')) {
    const key = String(row['requestId']);
    written.set(key, [...(written.get(key) ?? []), row]);
  }
  const returns = selectRows(db, 'agencyReturn', `WHERE state <> 'withdrawn' ORDER BY ordinal`);
  return selectRows(db, 'agency', 'ORDER BY ordinal').map((agency) => {
    const request = requests.get(agency.id);
    const own = returns.filter((row) => (row['agencyIds'] as string[]).includes(agency.id));
    const steps = inOrder([
      ...(request ? (written.get(request.id) ?? []).map(toStep) : []),
      ...own.flatMap((row) => receipts(db, row)),
    ]);
    const newest = own.toSorted((a, b) => String(a['receivedAt']).localeCompare(String(b['receivedAt']))).at(-1);
    return {
      agencyId: agency.id,
      requestId: request?.id ?? null,
      contact: String(request?.['contact'] ?? ''),
      from: dayOrNull(request?.['fromDay']),
      to: dayOrNull(request?.['toDay']),
      backgroundFrom: dayOrNull(request?.['backgroundFrom']),
      note: String(request?.['note'] ?? ''),
      ...standingOf(steps, newest ? { nil: own.every((row) => row['state'] === 'nil'), points: pointsIn(newest) } : null, today),
      returnIds: own.map((row) => row.id),
      points: newest ? pointsIn(newest) : 0,
      steps,
      rowVersion: request ? Number(request['rowVersion']) : null,
    };
  });
}

function toStep(row: Row): RequestStep {
  return {
    id: row.id,
    kind: row['kind'] as RequestStepKind,
    on: String(row['onDay']),
    due: dayOrNull(row['dueDay']),
    note: String(row['note']),
    returnId: null,
    returnVersion: null,
    person: String(row['person']),
    post: String(row['post']),
    at: String(row['at']),
    takenBack: row['takenBack'] === null ? null : String(row['takenBack']),
  };
}

/** A return that is in says itself that it came, and so does each later version of it. */
function receipts(db: ReadDb, row: Row): RequestStep[] {
  return versionFiles(db, row.id).map((file) => ({
    id: null,
    kind: 'received' as const,
    on: String(file['receivedAt']).slice(0, 10),
    due: null,
    note: '',
    returnId: row.id,
    returnVersion: Number(file['returnVersion']),
    person: null,
    post: null,
    at: String(file['receivedAt']),
    takenBack: null,
  }));
}

const pointsIn = (row: Row): number =>
  (row['problems'] as ReturnProblem[]).filter(({ severity }) => severity !== 'notice').length;
