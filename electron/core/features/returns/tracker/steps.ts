import { AppError } from '#shared/kernel/app-error.ts';
import type { LetterKind } from '#shared/contract/tracker.ts';
import type { IsoDay } from '#shared/kernel/clock.ts';
import { toBlob, type ReadDb } from '../../../db/sql.ts';
import { findRow, selectRows } from '../../../db/store.ts';
import { readStep } from '../../../kernel/steps.ts';
import { problemPoints } from '../papers/steps.ts';
import type { Letter } from './letters.ts';
import { trackedReturns } from './requests.ts';

type Asked = { requestIds: readonly string[]; kind: LetterKind; on: IsoDay; due: IsoDay | null };
export type AddressedLetter = Letter & { letters: string };

/** What each letter says, from the request, its steps and the return that came. */
export const letterFacts = readStep('letterFacts', (db, input: Asked, ctx): AddressedLetter[] => {
  const review = selectRows(db, 'review')[0];
  const tracked = new Map(trackedReturns(db, input.on).map((one) => [one.requestId, one]));
  return input.requestIds.map((requestId) => {
    const one = tracked.get(requestId);
    if (!one) throw new AppError('notFound', { what: 'request' });
    const agency = findRow(db, 'agency', one.agencyId);
    const counting = one.steps.filter((step) => step.takenBack === null);
    const points =
      input.kind === 'query'
        ? one.returnIds.flatMap((id) => problemPoints.run(db, { id, severities: ['error', 'warning'] }, ctx).points)
        : [];
    return {
      kind: input.kind,
      agency: String(agency?.['name'] ?? ''),
      letters: String(agency?.['letters'] ?? ''),
      contact: one.contact,
      reference: String(review?.['reference'] ?? ''),
      partnership: String(review?.['partnership'] ?? ''),
      from: one.from,
      to: one.to,
      backgroundFrom: one.backgroundFrom,
      on: input.on,
      due: input.due,
      askedOn: counting.find((step) => step.kind === 'asked')?.on ?? null,
      wasDue: one.due,
      receivedOn: counting.findLast((step) => step.kind === 'received')?.on ?? null,
      entries: entriesOf(db, one.agencyId),
      points,
      signedBy: { name: ctx.session.name, post: ctx.session.post },
    };
  });
});

const entriesOf = (db: ReadDb, agencyId: string): number =>
  db.get<{ n: number }>(`SELECT count(*) AS n FROM event WHERE "agencyId" = ? AND hidden = 0 AND "byHand" = 0`, toBlob(agencyId))
    ?.n ?? 0;
