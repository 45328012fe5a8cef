import { rmSync, statSync } from 'node:fs';
import { newId } from '#shared/kernel/ids.ts';
import type { InputFor } from '#shared/contract/index.ts';
import type { Person } from '#shared/contract/session.ts';
import {
  ACTIONS_ONLY_REASON,
  SAMPLE_ANNOTATIONS,
  SAMPLE_FINDINGS,
  SAMPLE_RECOMMENDATIONS,
  SAMPLE_PROCEEDINGS,
  SAMPLE_REVIEW,
  SAMPLE_THEMES,
  themeTags,
} from '#resources/sample/analysis.ts';
import { SAMPLE_REGISTER } from '#resources/sample/register.ts';
import type { AgencyCode } from '#resources/sample/returns/sample-return.ts';
import { openInline } from '../../engine/inline-core.ts';
import type { ReviewCore } from '../../engine/review-core.ts';
import type { CallSession } from '../../kernel/session.ts';
import { createReviewFile } from '../../review-file/open-review.ts';
import { countPage, keepCounts } from '../register/steps.ts';
import { type SampleDoors, sampleDoors, type SampleEvents } from './sample-doors.ts';
import { groupAccounts } from './seed-accounts.ts';
import { raiseChallenges } from './seed-challenges.ts';
import { addPeriods, explainGaps } from './seed-gaps.ts';
import { askForReturns, noteSteps } from './seed-tracker.ts';
import { askThePanel } from './seed-panel.ts';
import { writeThinking } from './seed-thinking.ts';
import { saveViews } from './seed-views.ts';
import { importFirstReturns, importLaterVersions } from './sample-returns.ts';

export const SAMPLE_PERSON: Person = { ...SAMPLE_REVIEW.reviewer, role: 'reviewer' };

type Progress = (label: string, done: number, total: number | null) => void;

/**
 * Makes a copy of the sample review: the agencies' files are read by the same importer as anybody's, and every later step is
 * an ordinary command of the contract, so the sample's activity log reads as a review's does.
 */
export async function fillSample(
  path: string,
  passphrase: string,
  now: string,
  progress: Progress,
): Promise<{ reviewId: string }> {
  const session: CallSession = { ...SAMPLE_PERSON, view: 'identified' };
  const seed = {
    title: SAMPLE_REVIEW.title,
    reference: SAMPLE_REVIEW.reference,
    profile: 'lcspr' as const,
    partnership: SAMPLE_REVIEW.partnership,
    subject: 'Child V',
    scopeFrom: SAMPLE_REVIEW.scopeFrom,
    scopeTo: SAMPLE_REVIEW.scopeTo,
    authorName: SAMPLE_REVIEW.reviewer.name,
    authorPost: SAMPLE_REVIEW.reviewer.post,
  };
  const { reviewId, key } = await createReviewFile(path, passphrase, seed, session, now);
  const core = openInline({ path, key, readOnly: false }, () => {});
  try {
    const doors = sampleDoors(core, session, now);
    const { run, ask } = doors;
    await run('register.import', { entries: [...SAMPLE_REGISTER] });
    const requests = await askForReturns(doors);
    await addPeriods(doors);
    const first = await importFirstReturns(doors, progress);
    await explainGaps(doors, 'before');
    const events = await importLaterVersions(doors, first, progress);
    await noteSteps(doors, requests);
    await explainGaps(doors, 'after');
    await groupAccounts(doors, events);
    await raiseChallenges(doors, events);
    progress('Themes, findings and recommendations', 0, null);
    const themes = await addThemes(run, events);
    await saveViews(doors, themes);
    await writeThinking(doors, events, themes);
    const findings = await addFindings(run, events);
    await addRecommendations(run, findings);
    for (const note of SAMPLE_ANNOTATIONS) {
      const event = events.of(note.agency, note.t)[0];
      if (!event) throw new Error(`the sample's annotation on ${note.agency} ${note.t} has no entry`);
      const detail = await ask('chronology.get', { id: event });
      const [name, post] = splitBy(note.by);
      await run(
        'annotation.add',
        { id: newId(), eventId: event, eventRowVersion: detail.rowVersion, body: note.text },
        { ...session, name, post },
      );
    }
    await askThePanel(doors, events);
    await run('publish.setSettings', {
      kind: 'actionsOnly',
      reason: ACTIONS_ONLY_REASON,
      publishedOn: SAMPLE_REVIEW.plannedPublication,
    });
    await holdPublications(run);
    await countMentions(core, session, now);
    return { reviewId };
  } finally {
    await core.close();
    // A copy that is empty is no copy.
    if (statSync(path).size === 0) rmSync(path);
  }
}

/** "Named GP" or "Name, Post": a panel member is shown by post. */
function splitBy(by: string): [string, string] {
  const at = by.indexOf(',');
  return at < 0 ? [by, by] : [by.slice(0, at).trim(), by.slice(at + 1).trim()];
}

type Run = SampleDoors['run'];

/** The trial holds every kind back but those that tell nothing of what happened. */
async function holdPublications(run: Run): Promise<void> {
  for (const one of SAMPLE_PROCEEDINGS) await run('proceeding.add', { id: newId(), ...one, heldKinds: [...one.heldKinds] });
}

async function addThemes(run: Run, events: SampleEvents): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const theme of SAMPLE_THEMES) {
    const id = newId();
    ids.set(theme.code, id);
    await run('theme.add', {
      id,
      parentId: theme.parent ? ids.get(theme.parent)! : null,
      name: theme.name,
      definition: theme.definition,
    });
  }
  const tagged = new Map<string, string[]>();
  for (const tag of themeTags()) tagged.set(tag.theme, [...(tagged.get(tag.theme) ?? []), ...events.of(tag.agency, tag.t)]);
  for (const [code, eventIds] of tagged) await run('tag.set', { themeId: ids.get(code)!, eventIds, on: true });
  return ids;
}

const AGENCIES: readonly AgencyCode[] = ['SC', 'PO', 'AH', 'GP', 'HV', 'ED', 'HG'];

async function addFindings(run: Run, events: SampleEvents): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const finding of SAMPLE_FINDINGS) {
    const id = newId();
    ids.set(finding.key, id);
    const why = [finding.why, ...finding.contributoryFactors.map((factor) => `– ${factor}`)].join('\n');
    await run('finding.add', {
      id,
      kind: finding.kind,
      statement: finding.statement,
      why,
      question: finding.questions.join(', '),
    });
    for (const [stance, numbers] of [
      ['for', finding.evidenceFor],
      ['against', finding.evidenceAgainst],
    ] as const) {
      const eventIds = numbers.flatMap((t) => AGENCIES.flatMap((agency) => events.of(agency, t)));
      if (eventIds.length > 0) await run('evidence.set', { findingId: id, eventIds, stance, note: null });
    }
  }
  return ids;
}

async function addRecommendations(run: Run, findings: ReadonlyMap<string, string>): Promise<void> {
  const section: InputFor<'draft.save'>['put'] = [];
  for (const [i, sample] of SAMPLE_RECOMMENDATIONS.entries()) {
    const id = newId();
    const { heading, text, owners, leadAgency, timescale, successMeasure, expectedOutcome, assurance, level } = sample;
    await run('recommendation.add', {
      id,
      heading,
      text,
      owners: [...owners],
      leadAgency,
      timescale,
      successMeasure,
      expectedOutcome,
      assurance: [...assurance],
      level,
      findingIds: sample.findings.map((key) => findings.get(key)!),
    });
    section.push({
      id: newId(),
      position: i + 1,
      rowVersion: 0,
      json: { type: 'recommendation', version: 1, recommendationId: id },
    });
    for (const { number: _number, ...action } of sample.actions) {
      await run('action.add', {
        ...action,
        id: newId(),
        recommendationId: id,
        owners: [...action.owners],
        assurance: [...action.assurance],
      });
    }
  }
  await run('draft.save', { section: 'recommendations', put: section, remove: [] });
  await run('draft.seal', { section: 'recommendations' });
}

async function countMentions(core: ReviewCore, session: CallSession, now: string): Promise<void> {
  let first = true;
  for (let from: number | null = null, done = false; !done; ) {
    const page: ReturnType<typeof countPage.run> = await core.read(countPage, { from, limit: 1000 }, session, now);
    await core.write(keepCounts, { ...page.counts, first, last: page.next === null }, session, now);
    first = false;
    from = page.next;
    done = from === null;
  }
}
