import { rmSync } from 'node:fs';
import { createFile } from '#core/engine/open-engine.ts';
import { openInline } from '#core/engine/inline-core.ts';
import type { ReviewCore } from '#core/engine/review-core.ts';
import type { RawKey } from '#core/db/key.ts';
import { deriveKeySync } from '#core/db/key.ts';
import { beginReview } from '#core/features/review/steps.ts';
import { addReturn } from '#core/features/returns/steps.ts';
import type { CallSession } from '#core/kernel/session.ts';
import { newId } from '#shared/kernel/ids.ts';
import type { StagedReturn } from '#shared/model/agency-return.ts';
import { COLUMNS, entries, type Entry } from './entries.ts';

export const PASSPHRASE = 'a passphrase for measuring with';
export const SALT = new Uint8Array(16).fill(0x33);
export const SESSION: CallSession = {
  name: 'Nadia Fenwick-Osei',
  post: 'Independent Reviewer',
  role: 'reviewer',
  view: 'identified',
};
export const NOW = '2026-11-16T10:00:00.000Z';
export const AGENCIES = [
  'Police',
  'Health visiting',
  'Education',
  'Acute hospital',
  'Housing',
  'Social care',
  'Probation',
  'Ambulance',
  'School nursing',
  'Substance misuse',
];

let derived: RawKey | null = null;
export const benchKey = (): RawKey => (derived ??= deriveKeySync(PASSPHRASE, SALT));

/** Returns as they come out of the readers; their dates are read already. */
export function stagedReturns(events: number): StagedReturn[] {
  const each = Math.ceil(events / AGENCIES.length);
  return AGENCIES.map((agency, i) => staged(agency, entries(each, 100 + i)));
}

export function staged(agency: string, list: readonly Entry[], file = 1): StagedReturn {
  const part = file === 1 ? '' : ` ${file}`;
  return {
    file: `${agency} chronology${part}.csv`,
    format: 'csv',
    sha256: agency + part,
    agencies: [agency],
    tables: 1,
    rowsRead: list.length,
    columns: [],
    mapping: {},
    rows: list.map((entry, i) => ({
      table: 1,
      row: i + 2,
      cells: Object.fromEntries(COLUMNS.map((name, c) => [name, entry.cells[c]!])),
    })),
    events: list.map((entry, i) => {
      const [asWritten, time, source, description, response, outcome, comment] = entry.cells as [
        string,
        string,
        string,
        string,
        string,
        string,
        string,
      ];
      return {
        rows: [i],
        agency,
        date: {
          earliest: entry.day,
          latest: entry.day,
          precision: time ? 'time' : 'day',
          certainty: 'certain',
          time: time || null,
          endTime: null,
          alternatives: [],
          problems: [],
          asWritten,
          order: 0,
        },
        description,
        sourceOfInformation: source,
        response,
        outcome,
        childVoice: null,
        agencyComment: comment || null,
        involved: null,
        other: {},
        noContact: false,
      };
    }),
    problems: [],
  };
}

/** An empty review file under the bench's key. */
export function emptyReview(path: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
  createFile(path, benchKey());
}

export async function begin(core: ReviewCore): Promise<void> {
  const about = {
    id: newId(),
    title: 'A review to measure with',
    reference: 'M/1',
    profile: 'lcspr',
    partnership: '',
    subject: '',
    scopeFrom: null,
    scopeTo: null,
    authorName: '',
    authorPost: '',
  } as const;
  await core.write(beginReview, about, SESSION, NOW);
}

export async function addReturns(core: ReviewCore, returns: readonly StagedReturn[]): Promise<void> {
  for (const one of returns) await core.write(addReturn, { staged: one, bytes: new Uint8Array(1_000) }, SESSION, NOW);
}

const MOST_ROWS = 20_000;

/** A review of so many entries from ten agencies, for everything that reads. One file after the other: a million fill the memory. */
export async function makeReview(path: string, events: number): Promise<void> {
  emptyReview(path);
  const core = openInline({ path, key: benchKey(), readOnly: false }, () => {});
  await begin(core);
  const each = Math.ceil(events / AGENCIES.length);
  const files = Math.ceil(each / MOST_ROWS);
  for (let file = 0; file < files; file++) {
    for (const [i, agency] of AGENCIES.entries())
      await addReturns(core, [staged(agency, entries(Math.ceil(each / files), 100 + i + file * AGENCIES.length), file + 1)]);
  }
  await core.close();
}
