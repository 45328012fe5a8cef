import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import type { OutputOf } from '#shared/contract/index.ts';
import { docLines } from '#shared/doc-blocks/text.ts';
import { newId } from '#shared/kernel/ids.ts';
import { KINDS, PublicationKind } from '#shared/model/publication-kinds.ts';
import { callsOf, testWorkbench } from './harness.ts';

const NAMES = /Callum|Marsh|Frobisher|12 March 2015|12 Mar 2015/;

/** A review with a name in every chapter: in an entry, a finding, an agency, a summary and an action. */
async function named() {
  const w = testWorkbench();
  const call = callsOf(w.workbench.connect());
  await call('session.create', {
    place: 'a.review',
    title: 'Child S',
    partnership: 'Marlford Safeguarding Children Partnership',
    profile: 'lcspr',
    scopeFrom: '2015-01-01',
    scopeTo: '2016-12-31',
    passphrase: 'four ordinary words here',
    person: { name: 'Rhiannon Pugh', post: 'Independent reviewer', role: 'reviewer' },
  });
  const child = newId();
  const surgery = newId();
  await call('register.add', {
    id: child,
    kind: 'person',
    realName: 'Callum Marsh',
    aliases: [],
    pseudonym: 'Child S',
    dateOfBirth: '2015-03-12',
  });
  await call('register.add', {
    id: surgery,
    kind: 'organisation',
    realName: 'Frobisher Surgery',
    aliases: [],
    pseudonym: 'Surgery P',
  });
  const agency = await call('agency.add', { name: 'Frobisher Surgery' });
  const entry = (date: string, description: string, response: string | null = null) =>
    call('chronology.add', {
      id: newId(),
      agencyId: agency.id,
      date,
      description,
      sourceOfInformation: null,
      response,
      outcome: null,
      childVoice: null,
      agencyComment: null,
      involved: null,
    });
  await entry('12/03/2015', 'Callum Marsh was born.');
  await entry('5 May 2015', 'Callum Marsh was seen at home.', 'A letter to Callum Marsh’s mother.');
  await entry('early 2016', 'No reply to the card.');
  const finding = (kind: 'systemic' | 'goodPractice', statement: string, why: string, question: string | null) =>
    call('finding.add', { id: newId(), kind, statement, why, question });
  await finding(
    'systemic',
    'A missed visit for Callum Marsh led nowhere.',
    'Nobody was asked to look at the list.',
    'Who looks at ours?',
  );
  await finding('goodPractice', 'The receptionist rang twice.', '', null);
  await call('action.add', {
    id: newId(),
    recommendationId: null,
    text: 'Write to every family like that of Callum Marsh.',
    owners: ['Practice Manager'],
    timescale: { asWritten: '31.03.27', due: '2027-03-31' },
    successMeasure: 'All written to',
  });
  for (const kind of PublicationKind.options) {
    await call('publish.setSettings', {
      kind,
      reason: KINDS[kind].needsReason ? 'Proceedings have not ended.' : '',
      summary: KINDS[kind].needsSummary ? 'Callum Marsh was missed twice by the same service.' : '',
      publishedOn: '2026-12-07',
    });
  }
  return { w, call, child, surgery };
}

type Review = Awaited<ReturnType<typeof named>>;
const preview = ({ call }: Review, kind: PublicationKind) => call('publish.preview', { kind, on: null });
const codesOf = (issues: OutputOf<'publish.preview'>['blocked']): string[] =>
  [...new Set(issues.map((issue) => issue.code))].sort();
const rule = (review: Review, action: 'pseudonym' | 'leaveOut', entryId: string | null) =>
  review.call('publicationRule.add', {
    id: newId(),
    kind: null,
    action,
    entryId,
    reason: 'Nobody needs the name to learn from it.',
  });

/** Everyone by pseudonym by rule; the day of birth, which has none, by hand. */
async function settled(): Promise<Review> {
  const review = await named();
  await rule(review, 'pseudonym', null);
  for (const kind of ['full', 'chronology'] as const) {
    for (const issue of (await preview(review, kind)).blocked) {
      await review.call('publish.remedy', {
        id: newId(),
        place: issue.where.place!,
        textHash: issue.textHash!,
        start: issue.where.start!,
        end: issue.where.end!,
        entryId: issue.candidates[0] ?? null,
        action: 'leaveOut',
        reason: 'A birthday points to one child.',
      });
    }
  }
  return review;
}

describe('names, by rule', () => {
  test('block every kind that prints them, until a rule says what stands in their place; taken away, they block again', async () => {
    const review = await named();
    for (const kind of PublicationKind.options)
      expect(codesOf((await preview(review, kind)).blocked), kind).toEqual(['nameInText']);
    const all = await rule(review, 'pseudonym', null);
    for (const kind of PublicationKind.options) {
      const { blocked } = await preview(review, kind);
      // Only the day of birth is left: it has no pseudonym.
      expect(
        blocked.map((issue) => issue.where.place?.field),
        kind,
      ).toEqual(kind === 'full' || kind === 'chronology' ? ['date'] : []);
    }
    expect(await review.call('publicationRule.list', {})).toMatchObject([
      { action: 'pseudonym', entryId: null, approvedAt: null },
    ]);
    await review.call('publicationRule.remove', { id: all.id, rowVersion: all.rowVersion });
    expect(codesOf((await preview(review, 'webEntry')).blocked)).toEqual(['nameInText']);
    await review.call('history.undo', {});
    expect((await preview(review, 'webEntry')).blocked).toEqual([]);
  });

  test('a text that is printed in many places blocks once', async () => {
    const review = await named();
    const { blocked } = await preview(review, 'full');
    expect(blocked.filter((issue) => issue.where.place?.table === 'agency')).toHaveLength(1);
  });

  test('to withhold needs the approval of another; everyone at once is refused', async () => {
    const review = await named();
    await expect(rule(review, 'leaveOut', null)).rejects.toMatchObject({ code: 'badInput' });
    await expect(rule(review, 'leaveOut', newId())).rejects.toMatchObject({ code: 'notFound' });
    const made = await rule(review, 'leaveOut', review.child);
    expect(codesOf((await preview(review, 'webEntry')).blocked)).toEqual(['ruleNotApproved']);
    const approve = (name: string) =>
      review.call('publicationRule.approve', { id: made.id, rowVersion: made.rowVersion, name, post: 'Chair' });
    await expect(approve('rhiannon  PUGH')).rejects.toMatchObject({ code: 'approverIsAuthor' });
    await approve('Gareth Whitlock');
    const { blocked, blocks } = await preview(review, 'webEntry');
    expect(blocked).toEqual([]);
    expect(docLines(blocks!)).toContain('was missed twice by the same service.');
  });

  test('of one person comes before that of everyone', async () => {
    const review = await named();
    await rule(review, 'pseudonym', null);
    const made = await rule(review, 'leaveOut', review.surgery);
    await review.call('publicationRule.approve', {
      id: made.id,
      rowVersion: made.rowVersion,
      name: 'Gareth Whitlock',
      post: 'Chair',
    });
    const lines = docLines((await preview(review, 'chronology')).blocks!);
    expect(lines).toContain('Child S was seen at home. Response: A letter to Child S’s mother.');
    expect(lines.join('\n')).not.toMatch(/Surgery/);
    // The cell of what was left out is not empty.
    expect(lines.filter((line) => line === '–').length).toBeGreaterThan(0);
  });
});

test('an anonymised session sees no name in any kind, nor in what blocks it', async () => {
  const review = await named();
  const hidden = callsOf(review.w.workbench.connect('anonymised'));
  for (const kind of PublicationKind.options) {
    const shown = await hidden('publish.preview', { kind, on: null });
    expect(JSON.stringify(shown), kind).not.toMatch(NAMES);
    expect(shown.blocks?.blocks.length, kind).toBeGreaterThan(2);
  }
  await expect(
    hidden('publicationRule.add', { id: newId(), kind: null, action: 'pseudonym', entryId: null, reason: 'No need.' }),
  ).rejects.toMatchObject({ code: 'identifiedOnly' });
});

describe('every kind', () => {
  test('is made as a Word file and as a page that read as its blocks do, without a name, and the same bytes again', async () => {
    const review = await settled();
    const { call, w } = review;
    for (const kind of PublicationKind.options) {
      const { blocks, blocked, contentHash } = await preview(review, kind);
      expect(blocked, kind).toEqual([]);
      await call('publish.approve', {
        id: newId(),
        kind,
        on: null,
        contentHash,
        name: 'Gareth Whitlock',
        post: 'Chair',
        asTold: true,
      });
      const made = await call('publish.make', { kind, format: 'docx', on: null });
      const { bytes, name } = w.taken.get(made.file)!;
      expect(name).toBe(`2026-12-07 Child S ${KINDS[kind].label.toLowerCase()}.docx`);
      for (const [part, data] of Object.entries(unzipSync(bytes)))
        expect(new TextDecoder().decode(data), part).not.toMatch(NAMES);
      const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
      const read = value.split('\n').filter((line) => line !== '');
      expect(
        read.map((line) => line.replace(':\t', ': ')),
        kind,
      ).toEqual(docLines(blocks!));
      expect((await call('publish.make', { kind, format: 'docx', on: null })).sha256).toBe(made.sha256);
      const page = await call('publish.make', { kind, format: 'html', on: null });
      const html = new TextDecoder().decode(w.taken.get(page.file)!.bytes);
      expect(html).not.toMatch(NAMES);
      expect(page.checkSheet.accessibility.filter((line) => !line.ok)).toEqual([]);
    }
    expect(await call('publish.list', {})).toHaveLength(PublicationKind.options.length * 3);
  }, 60_000);

  test('says under its title what it is', async () => {
    const review = await settled();
    for (const kind of PublicationKind.options) {
      const lines = docLines((await preview(review, kind)).blocks!);
      expect(lines[1]).toBe(`${KINDS[kind].label}. Marlford Safeguarding Children Partnership. Published 7 December 2026`);
    }
  });

  test('has its own chapters', async () => {
    const review = await settled();
    const headings = async (kind: PublicationKind): Promise<string[]> =>
      (await preview(review, kind)).blocks!.blocks.flatMap((block) =>
        block.t === 'heading' ? `${block.level} ${block.runs.map((run) => run.text).join('')}` : [],
      );
    const report = [
      '2 About this review',
      '2 What happened',
      '2 Findings',
      '3 Finding 1',
      '4 Why it came about',
      '2 Good practice',
      '2 Recommendations',
      '3 Action 1',
    ];
    expect(await headings('executiveSummary')).toEqual(report);
    expect(await headings('full')).toEqual([...report, '2 Appendix: chronology', '3 2015', '3 2016']);
    expect(await headings('chronology')).toEqual(['2 2015', '2 2016']);
    expect(await headings('learningBrief')).toEqual([
      '2 What happened',
      '2 What was learned',
      '2 Good practice',
      '2 What will change',
    ]);
    expect(await headings('actionPlan')).toEqual(['2 Action 1']);
    await review.call('publish.setSettings', { kind: 'actionPlan', layout: 'table' });
    expect(await headings('actionPlan')).toEqual(['2 Actions']);
  });

  test('that is long begins with a list of its chapters, each a link within the file; a short one does not', async () => {
    const review = await settled();
    const { call, w } = review;
    const has = async () => (await preview(review, 'full')).blocks!.blocks.some((block) => block.t === 'contents');
    expect(await has()).toBe(false);
    const line = 'Nobody asked what the missed visits meant for the child, and each service closed its own part of the list. ';
    const [finding] = await call('finding.list', {});
    await call('finding.update', { id: finding!.id, rowVersion: finding!.rowVersion, why: line.repeat(70).slice(0, 7_900) });
    await call('publish.setSettings', { kind: 'full', summary: line.repeat(70).slice(0, 7_900) });
    for (let n = 0; n < 3; n++)
      await call('finding.add', {
        id: newId(),
        kind: 'practice',
        statement: `Finding on list ${n}.`,
        why: line.repeat(70).slice(0, 7_900),
        question: null,
      });
    const { blocks, blocked, contentHash } = await preview(review, 'full');
    expect(blocked).toEqual([]);
    const contents = blocks!.blocks.find((block) => block.t === 'contents');
    const chapters = blocks!.blocks.flatMap((block) =>
      block.t === 'heading' && block.anchor ? [[block.anchor, block.runs.map((r) => r.text).join('')]] : [],
    );
    expect(
      contents?.t === 'contents' && contents.items.map((item) => [item.anchor, item.runs.map((r) => r.text).join('')]),
    ).toEqual(chapters);
    await call('publish.approve', {
      id: newId(),
      kind: 'full',
      on: null,
      contentHash,
      name: 'Gareth Whitlock',
      post: 'Chair',
      asTold: true,
    });
    const make = (format: 'docx' | 'html') => call('publish.make', { kind: 'full', format, on: null });
    const [first, again, page] = [await make('docx'), await make('docx'), await make('html')];
    expect(again.sha256).toBe(first.sha256);
    const document = new TextDecoder().decode(unzipSync(w.taken.get(first.file)!.bytes)['word/document.xml']!);
    const marks = [...document.matchAll(/<w:bookmarkStart [^>]*w:name="(\w+)"/g)].map((m) => m[1]);
    expect(marks).toEqual(chapters.map(([anchor]) => anchor));
    expect([...document.matchAll(/<w:hyperlink [^>]*w:anchor="(\w+)"/g)].map((m) => m[1])).toEqual(marks);
    expect(document).not.toContain('r:id="rIdL');
    const html = new TextDecoder().decode(w.taken.get(page.file)!.bytes);
    for (const anchor of marks) expect(html).toMatch(new RegExp(`href="#${anchor}".*id="${anchor}"`, 's'));
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(w.taken.get(first.file)!.bytes) });
    expect(value.split('\n').filter((text) => text !== '')).toEqual(
      docLines(blocks!).map((text) => text.replace(/^(Owner|By|Measure): /, '$1:\t')),
    );
  });

  test('says what it lacks, and a kind with nothing in it blocks', async () => {
    const w = testWorkbench();
    const call = callsOf(w.workbench.connect());
    await call('session.create', {
      place: 'b.review',
      title: 'Child T',
      partnership: 'Marlford Safeguarding Children Partnership',
      profile: 'lcspr',
      scopeFrom: null,
      scopeTo: null,
      passphrase: 'four ordinary words here',
      person: { name: 'Rhiannon Pugh', post: 'Independent reviewer', role: 'reviewer' },
    });
    const codes = async (kind: PublicationKind, of: 'blocked' | 'warnings'): Promise<string[]> =>
      codesOf((await call('publish.preview', { kind, on: null }))[of]);
    for (const kind of PublicationKind.options.filter((one) => one !== 'webEntry'))
      expect(await codes(kind, 'blocked'), kind).toContain('nothingToPublish');
    expect(await codes('webEntry', 'blocked')).toEqual(['summaryMissing']);
    expect(await codes('full', 'warnings')).toEqual(
      expect.arrayContaining(['lacksImprovements', 'lacksReasons', 'summaryMissing']),
    );
  });
});

describe('parallel proceedings', () => {
  test('hold a kind back until somebody lifts the hold by name, with a reason; another kind is not held', async () => {
    const review = await settled();
    const { call } = review;
    const held = (kind: PublicationKind) => preview(review, kind).then(({ blocked }) => codesOf(blocked));
    const words = {
      kind: 'criminal' as const,
      about: 'A trial is listed.',
      askedOf: 'The police',
      askedOn: '2026-10-05',
      answer: 'Not yet.',
    };
    const add = (reason: string) => call('proceeding.add', { id: newId(), ...words, heldKinds: ['full'], reason });
    await expect(add(' ')).rejects.toMatchObject({ code: 'badInput' });
    const noted = await add('What happened is contested.');
    expect(await held('full')).toEqual(['heldBack']);
    expect(await held('actionsOnly')).toEqual([]);
    const { contentHash } = await preview(review, 'full');
    const approve = {
      id: newId(),
      kind: 'full' as const,
      on: null,
      contentHash,
      name: 'Gareth Whitlock',
      post: 'Chair',
      asTold: true,
    };
    await expect(call('publish.approve', approve)).rejects.toMatchObject({ code: 'publishBlocked' });
    await expect(call('publish.make', { kind: 'full', format: 'docx', on: null })).rejects.toMatchObject({
      code: 'publishBlocked',
    });
    const by = { name: 'Gareth Whitlock', post: 'Chair', reason: 'The trial has ended.' };
    const lifted = await call('proceeding.lift', { id: noted.id, rowVersion: noted.rowVersion, ...by });
    expect(lifted).toMatchObject({ liftedBy: 'Gareth Whitlock', liftedReason: 'The trial has ended.' });
    expect(await held('full')).toEqual([]);
    // The same content: the approval is of what is read, the hold is beside it.
    expect((await preview(review, 'full')).contentHash).toBe(contentHash);
    await call('history.undo', {});
    expect(await held('full')).toEqual(['heldBack']);
  });

  test('what was let go stays so, what is held anew was never let go; taken away, nothing is held', async () => {
    const { call } = await named();
    const words = {
      kind: 'inquest' as const,
      about: '',
      reason: 'The coroner has asked.',
      askedOf: '',
      askedOn: null,
      answer: '',
    };
    let one = await call('proceeding.add', { id: newId(), ...words, heldKinds: ['full', 'chronology'] });
    one = await call('proceeding.lift', {
      id: one.id,
      rowVersion: one.rowVersion,
      name: 'A',
      post: 'B',
      reason: 'It has ended.',
    });
    one = await call('proceeding.update', { id: one.id, rowVersion: one.rowVersion, ...words, heldKinds: ['full'] });
    expect(one.liftedBy).toBe('A');
    one = await call('proceeding.update', { id: one.id, rowVersion: one.rowVersion, ...words, heldKinds: ['full', 'webEntry'] });
    expect(one.liftedBy).toBeNull();
    const none = await call('proceeding.update', { id: one.id, rowVersion: one.rowVersion, ...words, heldKinds: [] });
    await expect(
      call('proceeding.lift', { id: one.id, rowVersion: none.rowVersion, name: 'A', post: 'B', reason: 'C' }),
    ).rejects.toMatchObject({ code: 'badInput' });
    await call('proceeding.remove', { id: one.id, rowVersion: none.rowVersion });
    expect(await call('proceeding.list', {})).toEqual([]);
  });
});
