import type { QueryName } from '#shared/contract/index.ts';
import { newId } from '#shared/kernel/ids.ts';
import { importBytes, REVIEWER, type TestCore } from './harness.ts';

const csv = (text: string): Uint8Array => new TextEncoder().encode(text);
const PERIOD = { from: '2024-01-01', to: '2024-12-31', backgroundFrom: null };

/** A name in every further place that a person or an agency can put one: versions, groups, gaps, views, the tracker. */
export async function namesInIntake(t: TestCore, eventId: string): Promise<{ inputs: Partial<Record<QueryName, unknown>> }> {
  const other = 'Oakeshott nursery';
  const first = csv(
    'Date,Event\n1/5/2024,Callum Oakeshott at nursery with Kirsty\n8/5/2024,Kirsty rang\n9/5/2024,Callum was away\n',
  );
  const came = await importBytes(t, first, 'Callum.csv', other);
  const theirs = (await t.call('chronology.lines', { filter: { returnId: came.returnId! }, from: null, limit: 9 })).lines;
  const [nursery, rang, away] = theirs;
  const rows = (await t.call('chronology.page', { filter: { returnId: came.returnId! }, from: null, limit: 9 })).rows;
  await t.call('annotation.add', {
    id: newId(),
    eventId: away!.id,
    eventRowVersion: rows[2]!.rowVersion,
    body: 'Kirsty kept Callum at home',
  });
  // The row with the annotation is gone from the later version: a question about Callum.
  const second = csv('Date,Event\n1/5/2024,Callum Oakeshott at nursery with Kirsty and a bag\n8/5/2024,Kirsty rang\n');
  await importBytes(t, second, 'Callum.csv', other);

  const [note] = await t.call('annotation.listForEvent', { eventId: away!.id });
  await t.call('reply.add', { id: newId(), annotationId: note!.id, kind: 'reply', body: 'Kirsty told the nursery' });
  const detail = await t.call('chronology.get', { id: eventId });
  await t.call('challenge.raise', {
    id: newId(),
    eventId,
    eventRowVersion: detail.rowVersion,
    field: 'description',
    claim: 'Callum was not there',
    proof: 'Kirsty’s diary',
    sought: 'Callum Oakeshott was at home',
    agencyId: null,
  });
  const withdrawn = (await t.call('challenge.list', { eventId }))[0]!.challenge;
  await t.call('challenge.withdraw', { id: withdrawn.id, rowVersion: withdrawn.rowVersion, reason: 'Kirsty agreed' });

  const groupId = newId();
  await t.call('accounts.makeGroups', { groups: [{ id: groupId, eventIds: [eventId, nursery!.id] }] });
  const group = await t.call('accounts.group', { id: groupId });
  await t.call('accounts.rely', { id: groupId, rowVersion: group.rowVersion, eventId, reason: 'Kirsty was there' }, REVIEWER);
  await t.call(
    'accounts.noteContradiction',
    { id: newId(), aId: eventId, bId: nursery!.id, words: 'Where Callum was' },
    REVIEWER,
  );
  await t.call('accounts.notSame', { pairs: [{ id: newId(), aId: eventId, bId: rang!.id }], reason: 'Kirsty rang twice' });

  const agency = (await t.call('agency.list', {}))[0]!;
  const explained = { explanation: 'elsewhere' as const, note: 'Callum was with Kirsty' };
  await t.call('gaps.explain', {
    id: newId(),
    agencyId: agency.id,
    from: '2024-06-01',
    to: '2024-08-01',
    byHand: true,
    ...explained,
  });
  await t.call('gaps.answer', { id: newId(), key: 'police', ...explained });
  await t.call('periods.add', {
    id: newId(),
    kind: 'exception',
    agencyId: agency.id,
    from: '2023-01-01',
    to: null,
    reason: 'Kirsty before',
  });
  await t.call('view.add', {
    id: newId(),
    name: 'Callum’s days',
    filter: { search: 'Oakeshott', where: { match: 'all', of: [{ kind: 'words', words: 'Kirsty' }] } },
    layout: { columns: [{ key: 'ref', width: null }], frozen: 0, group: null, rows: 'normal' },
  });
  await t.call('tracker.ask', {
    agencies: [{ requestId: newId(), stepId: newId(), agency: other, contact: 'Kirsty Oakeshott’s key worker' }],
    ...PERIOD,
    on: '2024-06-01',
    due: null,
    note: 'About Callum',
  });
  const themeId = newId();
  await t.call('theme.add', { id: themeId, parentId: null, name: 'Kirsty alone', definition: '' });
  const now = await t.call('chronology.get', { id: eventId });
  const words = now.fields.find(({ field }) => field === 'description')!.text.slice(3, 20);
  const span = { field: 'description' as const, start: 3, end: 20, words };
  await t.call('passage.tag', { id: newId(), themeId, eventId, eventRowVersion: now.rowVersion, ...span });
  await t.call('memo.add', {
    id: newId(),
    title: 'Why Callum',
    body: 'Kirsty was asked, Callum Oakeshott never.',
    eventIds: [eventId],
    themeIds: [themeId],
  });
  return {
    inputs: {
      'passage.ofEvent': { eventId },
      'passage.list': { unplaced: false, limit: 50 },
      'memo.list': { limit: 50 },
      'discussion.open': { who: 'all', kind: 'all', agencyId: null, limit: 50 },
      'annotation.people': {},
      'reply.ofEvent': { eventId: away!.id },
      'challenge.list': { eventId: null },
      'returns.versions': { id: came.returnId },
      'returns.questions': { openOnly: false },
      'returns.entryVersions': { eventId: nursery!.id },
      'tracker.list': { today: '2026-01-01' },
      'bulk.datesPreview': { target: { ids: [eventId] }, fix: { kind: 'about' } },
      'lanes.density': { filter: {}, by: 'theme' },
      'lanes.entries': { filter: {}, by: 'person', from: '2024-01-01', to: '2024-12-31', uncertainOnly: false, limit: 50 },
      'matrix.get': { from: null, to: null, parts: 'quarter' },
      'accounts.proposals': { weaker: true, from: null, limit: 9 },
      'accounts.ofEvent': { eventId },
      'accounts.alsoTold': { eventIds: [eventId] },
      'accounts.groups': { from: null, limit: 9 },
      'accounts.group': { id: groupId },
      'accounts.compare': { eventIds: [eventId, nursery!.id] },
      'accounts.contradictions': { states: [], from: null, limit: 9 },
    },
  };
}
