import { describe, expect, test } from 'vitest';
import type { ActionsOnlyFacts } from '#core/features/publish/kinds/actions-only.ts';
import type { PublishedAction } from '#core/features/publish/kinds/items.ts';
import type { RedactedContent } from '#core/features/publish/redacted-content.ts';
import type { PublicationModel } from '#core/features/publish/model.ts';
import { redact } from '#core/features/publish/redact.ts';
import { makePublication, previewPublication } from '#core/features/publish/pipeline.ts';
import { BLOCK_CODES, WARNING_CODES } from '#core/features/publish/issues.ts';
import { docText } from '#shared/doc-blocks/text.ts';
import type { RegisterEntry } from '#shared/model/register.ts';
import { textHash } from '#shared/redaction/text-hash.ts';
import { action, id, model, recommendation, settle } from '../../docx/support/model.ts';
import { CHILD, REGISTER } from '../../docx/support/register.ts';

const of = (text: string, change: Partial<PublishedAction> = {}): PublicationModel =>
  model({ items: [action(1, { text, ...change })] });
/** The text of the first action, after the reason. */
const firstText = (draft: RedactedContent): string | undefined =>
  draft.body.flatMap((block) => (block.t === 'lines' && block.text.source.table === 'action' ? block.text.text : []))[0];
const codes = (on: PublicationModel): string[] => redact(on).blocked.map((b) => b.code);

describe('a name in what would be published', () => {
  test('blocks, says where, and offers its fixes, without repeating the name in the message', () => {
    const [issue, ...more] = redact(of('Ask Tamsin Oyelaran at each visit.')).blocked;
    expect(more).toEqual([]);
    expect(issue).toMatchObject({
      code: 'nameInText',
      message: 'A name is still in Action 1. On the register as Child T.',
      where: { table: 'action', id: id(1), field: 'text', start: 4, end: 19, number: '1', label: 'Action 1' },
      words: 'Tamsin Oyelaran',
      entryIds: ['child'],
      replacement: 'Child T',
    });
    expect(issue?.fixes.map((f) => f.action)).toEqual(['pseudonym', 'leaveOut', 'keep']);
  });

  test.each([
    ['heading', { heading: 'Seeing Tamsin Oyelaran' }],
    ['owners.1', { owners: ['Head of Service', 'Tamsin Oyelaran'] }],
    ['leadAgency', { leadAgency: "Sinéad O'Dowd" }],
    ['timescale', { timescale: { asWritten: 'before Tamsin Oyelaran returns to school', due: null } }],
    ['successMeasure', { successMeasure: 'Tamsin Oyelaran says so' }],
    ['assurance.0', { assurance: ['Tamsin Oyelaran'] }],
  ])('in %s of an action', (field, change) => {
    expect(redact(of('Text.', change)).blocked.map((b) => b.where.field)).toEqual([field]);
  });

  test.each([
    ['actionsOnly.reason', { reason: 'Because of Tamsin Oyelaran.' }],
    ['partnership', { partnership: 'The Oyelaran Partnership' }],
    ['reviewTitle', { reviewTitle: 'Review: Tamsin Oyelaran' }],
    ['subject', { subjectPseudonym: 'Tamsin Oyelaran' }],
    ['reference', { reference: 'OC-250315-0912' }],
    ['author.name', { author: { name: 'Tamsin Oyelaran', post: 'reviewer' } }],
    ['author.post', { author: { name: 'A', post: 'aunt of Tamsin Oyelaran' } }],
    ['actionsOnly.audience', { audience: 'Family of Tamsin Oyelaran' }],
  ])('in the review’s own words: %s', (field, change) => {
    expect(redact(model(change)).blocked.map((b) => [b.code, b.where.field])).toEqual([['nameInText', field]]);
  });

  test('in an action under a recommendation', () => {
    const on = model({ items: [recommendation(1, [action(2, { number: '1.1', text: 'Tell Tamsin Oyelaran.' })])] });
    expect(redact(on).blocked[0]?.where).toMatchObject({ number: '1.1', label: 'Action 1.1', id: id(2) });
  });

  test.each(['Born 9 April 2017.', "Lives at 4 Ferryman's Court.", 'Ring 07700 900417.', 'Write to t.oyelaran@example.com.'])(
    'a personal number has no pseudonym: %s',
    (text) => {
      const [issue] = redact(of(text)).blocked;
      expect(issue).toMatchObject({ code: 'nameInText', replacement: null });
      expect(issue?.fixes.map((f) => f.action)).toEqual(['leaveOut', 'keep']);
    },
  );

  test('an organisation that publishes by its own name does not block', () => {
    expect(codes(of('Ostermere Hospitals Trust audits it.'))).toEqual([]);
  });
});

/** One issue, one settlement, and how the text reads then. */
const SETTLED: [text: string, how: 'pseudonym' | 'leaveOut' | 'keep', reads: string][] = [
  ['Ask Tamsin Oyelaran at each visit.', 'pseudonym', 'Ask Child T at each visit.'],
  ['Ask Tamsin Oyelaran’s school.', 'pseudonym', 'Ask Child T’s school.'],
  ['Ask Tamsin Oyelaran at each visit.', 'leaveOut', 'Ask at each visit.'],
  ['Ask at each visit by Tamsin Oyelaran.', 'leaveOut', 'Ask at each visit by.'],
  ["Ask Tamsin Oyelaran's school.", 'leaveOut', 'Ask school.'],
  ['Tamsin Oyelaran was not asked.', 'leaveOut', 'was not asked.'],
  ['Ask Tamsin Oyelaran at each visit.', 'keep', 'Ask Tamsin Oyelaran at each visit.'],
];
describe('a settlement', () => {
  test.each(SETTLED)('%s → %s', async (text, how, reads) => {
    const open = of(text);
    const [issue] = redact(open).blocked;
    if (!issue) throw new Error('nothing to settle');
    const settled = settle(open, issue, how);
    const { redacted, blocked, draft } = redact(settled);
    expect(blocked).toEqual([]);
    expect(redacted).not.toBeNull();
    expect(firstText(draft)).toBe(reads);
    const made = await makePublication(settled, { format: 'docx', fileName: null });
    expect(made.status).toBe('made');
    if (made.status === 'made') {
      expect(docText(made.blocks)).toContain(reads);
      expect(made.checkSheet.removed).toMatchObject([{ label: 'Action 1', action: how, person: 'Colin Trewartha' }]);
    }
  });

  test('holds for the text it was made for, and no other', () => {
    const open = of('Ask Tamsin Oyelaran at each visit.');
    const [issue] = redact(open).blocked;
    if (!issue) throw new Error('nothing to settle');
    const later = { ...settle(open, issue, 'pseudonym'), body: of('Now ask Tamsin Oyelaran at each visit.').body };
    const { blocked, warnings } = redact(later);
    expect(blocked.map((b) => b.code)).toEqual(['nameInText']);
    expect(warnings.map((w) => w.code)).toContain('staleRemedy');
  });

  test('kept without a reason still blocks; a pseudonym that is empty still blocks', () => {
    const open = of('Ask Tamsin Oyelaran.');
    const [issue] = redact(open).blocked;
    if (!issue) throw new Error('nothing to settle');
    const changed = (change: object): PublicationModel => {
      const on = settle(open, issue, 'keep');
      return { ...on, remedies: on.remedies.map((r) => ({ ...r, ...change })) };
    };
    expect(codes(changed({ reason: '  ' }))).toEqual(['keepWithoutReason']);
    expect(codes(changed({ action: 'pseudonym' }))).toEqual(['remedyUnusable']);
  });

  test('by a pseudonym that is itself a name on the register blocks', () => {
    const register: RegisterEntry[] = REGISTER.map((e) => (e.id === 'child' ? { ...e, pseudonym: "Sinéad O'Dowd" } : e));
    const open = { ...of('Ask Tamsin Oyelaran.'), register };
    const [issue] = redact(open).blocked;
    if (!issue) throw new Error('nothing to settle');
    expect(codes(settle(open, issue, 'pseudonym'))).toEqual(['nameInText']);
  });

  test('that leaves words out where they stood apart may not make a name of what is left', () => {
    const on = of('Ask Tamsin not here Oyelaran.');
    const issues = redact(on).blocked;
    const text = 'Ask Tamsin not here Oyelaran.';
    const cut = {
      table: 'action',
      id: id(1),
      field: 'text',
      textHash: textHash(text),
      start: 11,
      end: 20,
      action: 'leaveOut' as const,
      reason: 'r',
      person: 'p',
      at: '2026-11-17T09:00:00Z',
    };
    const kept = issues.map((issue) => settle(on, issue, 'nobody').decisions[0]);
    const left = redact({ ...on, remedies: [cut], decisions: kept.flatMap((d) => (d ? [d] : [])) });
    expect(left.blocked.length).toBeGreaterThan(0);
  });

  test('may stand where the register sees nothing', () => {
    const text = 'The only lock-keeper in Kelderby helps.';
    const cut = {
      table: 'action',
      id: id(1),
      field: 'text',
      textHash: textHash(text),
      start: 4,
      end: 32,
      action: 'pseudonym' as const,
      replacement: 'relative',
      reason: 'One holder of the job.',
      person: 'p',
      at: '2026-11-17T09:00:00Z',
    };
    const { draft, blocked } = redact({ ...of(text), remedies: [cut] });
    expect(blocked).toEqual([]);
    expect(firstText(draft)).toBe('The relative helps.');
  });
});

describe('what is published as', () => {
  const as = (change: Partial<RegisterEntry>): PublicationModel => ({
    ...of('Ask Tamsin Oyelaran.'),
    register: [{ ...CHILD, ...change }],
  });
  test.each([
    [{ publishAs: 'pseudonym' as const }, 'Child T'],
    [{ publishAs: 'role' as const, role: 'the child' }, 'the child'],
    [{ publishAs: 'role' as const }, 'Child T'],
    [{ publishAs: 'omit' as const }, null],
    [{ pseudonym: '' }, null],
  ])('%o is offered as %s', (change, replacement) => {
    expect(redact(as(change)).blocked[0]).toMatchObject({ code: 'nameInText', replacement });
  });
  test('a real name is kept, its birthday is not', () => {
    expect(codes(as({ publishAs: 'realName' }))).toEqual([]);
    expect(codes({ ...of('Born 9 April 2017.'), register: [{ ...CHILD, publishAs: 'realName' }] })).toEqual(['nameInText']);
  });
});

const GRACE: RegisterEntry = { id: 'grace', kind: 'person', realName: 'Grace Pryce', aliases: [], pseudonym: 'Sibling W' };
const MAY: RegisterEntry = { id: 'may', kind: 'person', realName: 'May Pryce', aliases: [], pseudonym: 'Adult J' };
describe('a doubtful mention', () => {
  const open = { ...of('Ms Pryce was told.'), register: [GRACE, MAY] };
  test('blocks until somebody says who it is', () => {
    const [issue] = redact(open).blocked;
    expect(issue).toMatchObject({ code: 'undecidedMention', entryIds: ['grace', 'may'] });
    expect(issue?.fixes.map((f) => f.label)).toEqual([
      'It is Sibling W',
      'It is Adult J',
      'It is nobody on the register',
      'Leave it out',
    ]);
  });
  test('settled as somebody, it is a name like any other', () => {
    const [issue] = redact(open).blocked;
    if (!issue) throw new Error('nothing to settle');
    const decided = settle(open, issue, 'who');
    const [name] = redact(decided).blocked;
    expect(name).toMatchObject({ code: 'nameInText', replacement: 'Sibling W' });
    if (name) expect(firstText(redact(settle(decided, name, 'pseudonym')).draft)).toBe('Sibling W was told.');
  });
  test('settled as nobody, it stays, and the finished file may hold it just there', async () => {
    const [issue] = redact(open).blocked;
    if (!issue) throw new Error('nothing to settle');
    const made = await makePublication(settle(open, issue, 'nobody'), { format: 'docx', fileName: null });
    expect(made).toMatchObject({ status: 'made', allowed: [{ context: 'Ms Pryce was told.', count: 1 }] });
  });
});

describe('what else blocks', () => {
  test.each([
    ['reasonMissing', { reason: '  \n' }],
    ['nothingToPublish', { items: [] }],
    ['titleMissing', { reviewTypeLabel: ' ', subjectPseudonym: '' }],
    ['badDate', { publishedOn: '2026-02-30' }],
    ['emptyText', { items: [action(1, { text: ' \n ' })] }],
    ['notPlainText', { items: [action(1, { text: 'a\u0007b' })] }],
    ['notPlainText', { items: [action(1, { text: 'a\ud800b' })] }],
    ['notPlainText', { items: [action(1, { text: 'abc\u202edef' })] }],
  ] satisfies [string, Partial<ActionsOnlyFacts>][])('%s', async (code, change) => {
    const on = model(change);
    expect(codes(on)).toEqual([code]);
    const made = await makePublication(on, { format: 'docx', fileName: null });
    expect(made.status).toBe('blocked');
    expect(made).not.toHaveProperty('file');
  });

  test('a name in the name of the file', async () => {
    const made = await makePublication(model(), { format: 'docx', fileName: 'Oyelaran actions.docx' });
    expect(made).toMatchObject({ status: 'blocked', blocked: [{ code: 'verifyFailed', where: { part: '(file name)' } }] });
  });

  test('what is not a model at all is refused', async () => {
    await expect(makePublication({ kind: 'full' }, { format: 'docx', fileName: null })).rejects.toMatchObject({
      code: 'badInput',
    });
  });
});

test('a missing owner, date or measure warns and never blocks', () => {
  const bare = action(1, { owners: [], timescale: null, successMeasure: null, assurance: [] });
  const { blocked, warnings, redacted } = redact(model({ items: [bare], author: null, partnership: ' ' }));
  expect(blocked).toEqual([]);
  expect(redacted).not.toBeNull();
  expect(warnings.map((w) => w.code)).toEqual(['noOwner', 'noDate', 'noMeasure', 'partnershipMissing', 'authorMissing']);
});

test('what looks personal and is not on the register is proposed', () => {
  const { blocked, warnings } = redact(of('Ring 01632 960371 or write to jo@example.org.'));
  expect(blocked).toEqual([]);
  expect(warnings.map((w) => [w.code, w.words])).toEqual([
    ['maybePersonal', '01632 960371'],
    ['maybePersonal', 'jo@example.org'],
  ]);
});

test('the preview marks each place with the number of its issue: first what blocks, then what to look at', () => {
  const on = of('Ask Tamsin Oyelaran or ring 01632 960371.', { owners: [] });
  const { blocks, blocked, warnings } = previewPublication(on);
  const issues = [...blocked, ...warnings];
  const marked = (blocks?.blocks ?? []).flatMap((b) => ('runs' in b ? b.runs : [])).filter((r) => r.issue !== undefined);
  expect(marked.map((r) => [r.text, issues[(r.issue ?? 0) - 1]?.code])).toEqual([
    ['Tamsin Oyelaran', 'nameInText'],
    ['01632 960371', 'maybePersonal'],
  ]);
  const heading = blocks?.blocks.find((b) => b.t === 'heading' && b.issues);
  expect(heading?.t === 'heading' && heading.issues?.map((n) => issues[n - 1]?.code)).toEqual(['noOwner']);
});

test('preview and file read the same, and carry the same hash', async () => {
  const preview = previewPublication(model());
  const made = await makePublication(model(), { format: 'html', fileName: null });
  if (made.status !== 'made' || !preview.blocks) throw new Error('not made');
  expect(docText(preview.blocks)).toBe(docText(made.blocks));
  expect(preview.modelHash).toBe(made.modelHash);
});

test('no finished block carries an issue or tells which words were settled', async () => {
  const open = of('Ask Tamsin Oyelaran.');
  const [issue] = redact(open).blocked;
  if (!issue) throw new Error('nothing to settle');
  const made = await makePublication(settle(open, issue, 'keep'), { format: 'docx', fileName: null });
  expect(JSON.stringify(made.status === 'made' && made.blocks)).not.toMatch(/issue|kept|"own"/);
});

test('every code is named once', () => {
  const all = [...BLOCK_CODES, ...WARNING_CODES];
  expect(new Set(all).size).toBe(all.length);
});

test('the check sheet tells what was looked for, where, what remains to be read, and nothing by name', async () => {
  const made = await makePublication(model(), { format: 'docx', fileName: 'actions.docx' });
  if (made.status !== 'made') throw new Error('blocked');
  const { checkSheet } = made;
  expect(checkSheet.searchedFor).toMatchObject([
    { kind: 'person', entries: 2, found: 0 },
    { kind: 'place', entries: 0, spellings: 0, found: 0 },
    { kind: 'organisation', entries: 1, found: 0 },
    { kind: 'reference', entries: 1, found: 0 },
  ]);
  expect(checkSheet.searchedFor[0]?.spellings).toBeGreaterThan(8);
  expect(checkSheet.parts.map((p) => p.part)).toContain('word/document.xml');
  expect(checkSheet.parts.every((p) => p.found === 0)).toBe(true);
  expect(checkSheet.accessibility.every((rule) => rule.ok)).toBe(true);
  expect(checkSheet).toMatchObject({ sha256: made.file.sha256, contentHash: made.modelHash, format: 'docx' });
  expect(JSON.stringify(checkSheet)).not.toMatch(/Oyelaran|Tamsin|07700|Dowd/);
});

test('the author’s own name is no warning; another person’s is', () => {
  const warned = (on: PublicationModel): (string | null)[] =>
    redact(on)
      .warnings.filter((w) => w.code === 'maybePersonal')
      .map((w) => w.words);
  expect(warned(model())).toEqual([]);
  expect(warned(of('Mrs Hathersage tells the school.'))).toEqual(['Mrs Hathersage']);
});

test.each([
  [{ reviewTitle: 'Learning from Child T' }, 'Learning from Child T'],
  [{ reviewTitle: null }, 'Local child safeguarding practice review: Child T'],
  [{ reviewTitle: ' ', subjectPseudonym: '' }, 'Local child safeguarding practice review'],
  [{ reviewTypeLabel: '' }, 'Child T'],
] satisfies [Partial<ActionsOnlyFacts>, string][])('the title is neutral and made of what is known: %o', (change, title) => {
  const { blocks } = previewPublication(model(change));
  expect(blocks?.title).toBe(title);
});
