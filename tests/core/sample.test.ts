import { beforeAll, describe, expect, test } from 'vitest';
import { SAMPLE_FINDINGS, SAMPLE_TODAY } from '#resources/sample/analysis.ts';
import { descriptionOf } from '#resources/sample/expected.ts';
import { SAMPLE_RETURNS } from '#resources/sample/returns/all-returns.ts';
import { SAMPLE_GROUPS } from '#resources/sample/accounts.ts';
import { type AgencyCode, entriesOf, finalText } from '#resources/sample/returns/sample-return.ts';
import { callsOf, testWorkbench } from './harness.ts';

/** Everything is asked in one go of one sample, which is only read. */
async function readSample() {
  const service = testWorkbench().workbench.connect();
  const call = callsOf(service);
  await call('session.openSample', {});
  const { lines } = await call('chronology.lines', { filter: {}, from: null, limit: 2000 });
  const returns = await call('returns.list', {});
  const supervision = lines.find(({ description }) => description.startsWith('Twenty-five cases in fifty minutes'))!;
  const findings = await call('finding.list', {});
  return {
    lines,
    versions: await Promise.all(returns.map(({ id }) => call('returns.versions', { id }))),
    questions: await call('returns.questions', { openOnly: true }),
    supervision: { entry: supervision, rows: await call('returns.entryVersions', { eventId: supervision.id }) },
    tracked: await call('tracker.list', { today: SAMPLE_TODAY }),
    gaps: await call('gaps.list', {}),
    periods: await call('periods.list', {}),
    standing: await call('periods.standing', {}),
    groups: (await call('accounts.groups', { from: null, limit: 50 })).items,
    contradictions: (await call('accounts.contradictions', { states: ['open'], from: null, limit: 200 })).items,
    challenges: await call('challenge.list', { eventId: null }),
    rounds: await call('round.list', {}),
    remarks: (await call('remark.list', { show: 'all', limit: 50 })).remarks,
    views: await Promise.all(
      (await call('view.list', {})).map(async ({ name, filter }) => ({
        name,
        lines: (await call('chronology.lines', { filter, from: null, limit: 2000 })).lines,
      })),
    ),
    evidence: await Promise.all(findings.map(({ id }) => call('evidence.list', { findingId: id }))),
  };
}
let sample: Awaited<ReturnType<typeof readSample>>;
beforeAll(async () => {
  sample = await readSample();
});

/** What an agency's rows say of a fact, as its newest file has it. */
const told = (t: number, by?: AgencyCode): string[] =>
  SAMPLE_RETURNS.filter(({ code }) => by === undefined || code === by).flatMap((of) =>
    entriesOf(of)
      .filter((row) => row.t === t)
      .map((row) => `${of.agency}: ${plain(finalText(descriptionOf(of, row)))}`),
  );
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 60);

describe('the sample review', () => {
  test('has the entries of every agency, 312 in all', () => {
    const count = (agency: string) => sample.lines.filter((line) => line.agency === agency).length;
    expect(SAMPLE_RETURNS.map(({ code, agency }) => [code, count(agency)])).toEqual([
      ['SC', 62],
      ['PO', 31],
      ['AH', 44],
      ['GP', 38],
      ['HV', 47],
      ['ED', 71],
      ['HG', 19],
    ]);
    expect(sample.lines).toHaveLength(312);
  });

  test('took the later versions as differences, and each keeps its own file', () => {
    const later = sample.versions.filter((all) => all.length > 1);
    const of = { moved: 0, split: 0, joined: 0, asked: 0, stays: 0 };
    expect(later.map(([newest]) => newest!.counts)).toEqual([
      { added: 4, changed: 3, removed: 1, unchanged: 55, ...of },
      { added: 9, changed: 2, removed: 0, unchanged: 36, ...of },
      { added: 19, changed: 0, removed: 0, unchanged: 0, ...of },
    ]);
    expect(later.map((all) => all.map(({ receivedAt }) => receivedAt.slice(0, 10)))).toEqual([
      ['2026-06-11', '2026-02-26'],
      ['2026-06-18', '2026-02-27'],
      ['2026-07-09', '2026-02-20'],
    ]);
    expect(new Set(later.flatMap((all) => all.map(({ file }) => file))).size).toBe(6);
    expect(sample.questions).toEqual([]);
  });

  test('an entry whose day was put right shows the row of either version', () => {
    const { entry, rows } = sample.supervision;
    expect(entry.date.earliest).toBe('2025-07-15');
    expect(rows.map(({ returnVersion, cells }) => [returnVersion, cells[0]?.text])).toEqual([
      [2, '15/07/2025'],
      [1, '14/07/2025'],
    ]);
  });

  test('every finding leans on the entries that it means, and on no other', () => {
    const byId = new Map(sample.lines.map((line) => [line.id, line]));
    for (const [i, { key, evidenceFor, evidenceAgainst }] of SAMPLE_FINDINGS.entries()) {
      for (const [stance, facts] of [
        ['for', evidenceFor],
        ['against', evidenceAgainst],
      ] as const) {
        const linked = sample.evidence[i]!.filter((one) => one.stance === stance).map(
          ({ eventId }) => `${byId.get(eventId)!.agency}: ${plain(byId.get(eventId)!.description)}`,
        );
        expect(linked.sort(), `${key} ${stance}`).toEqual(facts.flatMap((t) => told(t)).sort());
      }
    }
  });

  test('tracks the returns: all are accepted, housing long after the day', () => {
    expect(sample.tracked.map(({ standing }) => standing)).toEqual(Array(7).fill('accepted'));
    const housing = sample.tracked.at(-1)!;
    expect(housing.steps.map(({ kind, on, returnVersion }) => [kind, on, returnVersion])).toEqual([
      ['asked', '2026-01-12', null],
      ['received', '2026-02-20', 1],
      ['queried', '2026-05-28', null],
      ['reminded', '2026-06-22', null],
      ['received', '2026-07-09', 2],
      ['accepted', '2026-07-16', null],
    ]);
    expect(housing.steps[0]!.due).toBe('2026-02-27');
  });

  test('explains its gaps; one of them the later version filled', () => {
    const said = sample.gaps.gaps.flatMap(({ from, to, days, kind, note }) =>
      note ? [[from, to, days, kind, note.explanation]] : [],
    );
    expect(said).toEqual([
      ['2024-06-12', '2024-09-02', 83, 'byHand', 'noContact'],
      ['2025-04-12', '2025-06-01', 51, 'found', 'notExplained'],
      ['2025-07-23', '2025-09-02', 42, 'found', 'holiday'],
    ]);
    expect(sample.gaps.filled.map(({ note }) => [note.from, note.explanation])).toEqual([['2024-10-01', 'elsewhere']]);
    expect(sample.periods.periods.map(({ kind, from }) => [kind, from])).toEqual([
      ['background', '2013-09-01'],
      ['exception', '2019-01-01'],
      ['exception', '2025-11-10'],
    ]);
    expect(sample.standing.outside).toEqual([]);
  });

  test('groups six events as they were told, and relies on one account of five', () => {
    const sources = (ids: readonly string[]): string[] => ids.map((id) => textOf(id)).sort();
    const meant = SAMPLE_GROUPS.map(({ key, accounts, relied }) => ({
      key,
      accounts: accounts.flatMap(({ agency, t }) => told(t, agency)).sort(),
      relied: relied === null ? [] : told(relied.t, relied.agency),
    }));
    const textOf = (id: string): string => {
      const line = sample.lines.find((one) => one.id === id)!;
      return `${line.agency}: ${plain(line.description)}`;
    };
    const made = sample.groups.map(({ accounts, reliedId }) => ({
      accounts: sources(accounts.map((account) => account.eventId)),
      relied: reliedId === null ? [] : sources([reliedId]),
    }));
    expect(made).toHaveLength(6);
    for (const { key, ...group } of meant) expect(made, key).toContainEqual(group);
    expect(sample.contradictions.filter(({ words }) => words !== null)).toHaveLength(4);
  });

  test('has one challenge open and one settled, each on the entry that it means', () => {
    expect(
      sample.challenges.map(({ challenge, entry }) => [challenge.state, challenge.post, (entry.standing ?? '').slice(0, 30)]),
    ).toEqual([
      ['open', 'Detective Inspector, Public Protection', told(67, 'SC')[0]!.split(': ')[1]!.slice(0, 30)],
      ['partly', 'Named GP', 'Hospital asthma clinic: attend'],
    ]);
  });

  test('keeps three views, each with entries', () => {
    expect(sample.views.map(({ lines }) => lines.length > 20)).toEqual([true, true, true]);
  });

  test('asked its panel: three copies went out, one came back, and some of what it says waits', () => {
    const [round] = sample.rounds;
    expect(round?.copies.map(({ sentOn, files, replies, waiting }) => [sentOn, files.length, replies.length, waiting])).toEqual([
      ['2026-11-02', 1, 1, 5],
      ['2026-11-02', 1, 0, 0],
      ['2026-11-02', 1, 0, 0],
    ]);
    expect(round?.copies[0]?.replies[0]?.notes).toEqual([]);
    const named = (code: AgencyCode): string => SAMPLE_RETURNS.find((one) => one.code === code)!.agency;
    const saidOf = (ref: number | null): string | undefined => sample.lines.find((line) => line.ref === ref)?.agency;
    expect(sample.remarks.map(({ kind, ref, placedBy, state }) => [kind, saidOf(ref), placedBy, state])).toEqual([
      ['comment', named('SC'), 'mark', 'waiting'],
      ['comment', named('SC'), 'mark', 'waiting'],
      ['leaveOut', named('ED'), 'mark', 'waiting'],
      ['comment', named('ED'), 'mark', 'answered'],
      ['comment', named('ED'), 'mark', 'waiting'],
      ['typed', named('HV'), 'mark', 'annotation'],
      ['change', named('SC'), 'mark', 'waiting'],
      ['comment', undefined, 'general', 'answered'],
    ]);
  });
});
