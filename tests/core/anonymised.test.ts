import { describe, expect, test } from 'vitest';
import { contract } from '#shared/contract/index.ts';
import { newId } from '#shared/kernel/ids.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { textHash } from '#shared/redaction/text-hash.ts';
import type { QueryName } from '#shared/contract/index.ts';
import { namesInIntake } from './names-in-intake.ts';
import { namesInPanel } from './names-in-panel.ts';
import { anonymised, importBytes, MANAGER, openTest, PANEL, REVIEWER, testWorkbench, type TestCore } from './harness.ts';

const csv = (text: string): Uint8Array => new TextEncoder().encode(text);
const NAMES = ['Callum', 'Oakeshott', 'Kirsty', 'Harrowgate', '943 476 5919', '9434765919'];
const clear = (value: unknown): string[] =>
  NAMES.filter((name) => JSON.stringify(value).toLowerCase().includes(name.toLowerCase()));

/** A review with a name in every place that a person or an agency can put one. */
async function namesEverywhere(): Promise<{ t: TestCore; ids: Record<string, string> }> {
  const t = await openTest();
  const child = newId();
  const mother = newId();
  await t.call('register.add', {
    id: child,
    kind: 'person',
    realName: 'Callum Oakeshott',
    aliases: ['Cal'],
    pseudonym: 'Child S',
    role: 'subject',
    references: ['943 476 5919'],
  });
  await t.call('register.add', {
    id: mother,
    kind: 'person',
    realName: 'Kirsty Oakeshott',
    aliases: [],
    pseudonym: 'Adult B',
    role: 'mother',
  });
  await t.call('register.add', {
    id: newId(),
    kind: 'place',
    realName: 'Harrowgate Primary',
    aliases: ['Harrowgate'],
    pseudonym: 'School 1',
  });
  const file = csv(
    'Date,Source,Event,Response,Outcome,Childs voice,Analysis,Callum NHS 943 476 5919\n1/5/2024,Harrowgate Primary office,Callum Oakeshott seen with Kirsty,Rang Kirsty,Kirsty agreed,Callum said he was fine,Kirsty Oakeshott was tired,Oakeshott file\n2/5/2024,Duty,Ms Oakeshott telephoned,,,,,\n',
  );
  const result = await importBytes(t, file, 'Oakeshott_C_chron.csv', 'Harrowgate Primary');
  const rows = (await t.call('chronology.page', { filter: {}, from: null, limit: 9 })).rows;
  const eventId = rows[0]!.id;
  await t.call('annotation.add', {
    id: newId(),
    eventId,
    eventRowVersion: rows[0]!.rowVersion,
    body: 'Was Callum asked? Kirsty says so.',
  });
  await t.call('chronology.correct', {
    id: newId(),
    eventId,
    eventRowVersion: rows[0]!.rowVersion,
    field: 'response',
    to: 'Rang Kirsty Oakeshott twice',
    reason: 'Kirsty told the reviewer',
  });
  const theme = await t.call('theme.add', {
    id: newId(),
    parentId: null,
    name: 'Callum’s voice',
    definition: 'What Callum said',
  });
  await t.call('tag.set', { themeId: theme.id, eventIds: [eventId], on: true });
  const finding = await t.call('finding.add', {
    id: newId(),
    kind: 'practice',
    statement: 'Callum was not asked',
    why: 'Kirsty spoke for him',
    question: 'Was Callum seen?',
  });
  await t.call('evidence.set', { findingId: finding.id, eventIds: [eventId], stance: 'for', note: 'Kirsty at the door' });
  const recommendation = await t.call('recommendation.add', {
    id: newId(),
    text: 'Ask children such as Callum',
    heading: 'Callum',
    owners: ['Head of Harrowgate Primary'],
    findingIds: [finding.id],
  });
  const action = await t.call('action.add', {
    id: newId(),
    recommendationId: recommendation.id,
    text: 'Kirsty to be told',
    successMeasure: 'Callum is asked',
  });
  await t.call('publish.setSettings', { kind: 'actionsOnly', reason: 'Kirsty Oakeshott is on trial' });
  const block = {
    type: 'paragraph' as const,
    version: 1,
    direction: null,
    format: '' as const,
    indent: 0,
    children: [
      {
        type: 'text' as const,
        version: 1,
        text: 'Callum liked vans',
        format: 0,
        detail: 0,
        mode: 'normal' as const,
        style: '' as const,
      },
    ],
  };
  await t.call('draft.save', {
    section: 'recommendations',
    put: [{ id: newId(), position: 1, json: block, rowVersion: 0 }],
    remove: [],
  });
  const text = rows[1]!.text;
  await t.call('publish.remedy', {
    id: newId(),
    place: { table: 'recommendation', id: recommendation.id, field: 'text' },
    textHash: textHash('Ask children such as Callum'),
    start: 21,
    end: 27,
    entryId: child,
    action: 'pseudonym',
    reason: 'Callum is a child',
  });
  const words = { note: 'Kirsty Oakeshott was away', explanation: 'noContact' as const };
  const days = { from: '2024-06-01', to: '2024-07-01' };
  await t.call('gaps.explain', { id: newId(), agencyId: null, ...days, byHand: true, ...words });
  await t.call('gaps.answer', { id: newId(), key: 'kind:ambulance', ...words });
  await t.call('periods.add', {
    id: newId(),
    kind: 'background',
    agencyId: null,
    from: null,
    to: '2024-02-29',
    reason: 'Callum’s infancy',
  });
  return {
    t,
    ids: {
      eventId,
      second: rows[1]!.id,
      child,
      mother,
      returnId: result.returnId!,
      finding: finding.id,
      recommendation: recommendation.id,
      action: action.id,
      text,
    },
  };
}

describe('an anonymised session', () => {
  test('gets no real name from any query of the contract', async () => {
    const { t, ids } = await namesEverywhere();
    const intake = await namesInIntake(t, ids['eventId']!);
    const inputs: Partial<Record<QueryName, unknown>> = {
      ...intake.inputs,
      ...(await namesInPanel(t)),
      'returns.problems': { id: ids['returnId'] },
      'returns.rows': { id: ids['returnId'], table: 1, around: 1, limit: 9 },
      'chronology.page': { filter: {}, from: null, limit: 9 },
      'chronology.anchors': { filter: {} },
      'chronology.find': { filter: {}, ref: 1 },
      'chronology.lines': { filter: {}, from: null, limit: 9 },
      'chronology.get': { id: ids['eventId'] },
      'chronology.neighbour': { id: ids['eventId'], direction: 'next', sameAgency: true },
      'annotation.listForEvent': { eventId: ids['eventId'] },
      'register.asks': { entryId: null, limit: 9 },
      'register.tryLine': { text: 'Callum', place: null },
      'evidence.list': { findingId: ids['finding'] },
      'thread.of': { table: 'event', id: ids['eventId'] },
      'history.list': { before: null, limit: 99 },
      'draft.get': { section: 'recommendations' },
      'publish.settings': { kind: 'actionsOnly' },
      'publish.preview': { kind: 'actionsOnly', on: null },
      'lanes.density': { filter: {}, by: 'person' },
      'lanes.entries': {
        filter: {},
        by: 'agency',
        from: '2024-01-01',
        to: '2024-12-31',
        uncertainOnly: false,
        limit: 9,
      },
      'matrix.get': { from: null, to: null, parts: 'quarter' },
    };
    for (const [name, spec] of Object.entries(contract)) {
      if (spec.kind !== 'query' || ('scope' in spec && spec.scope === 'workbench')) continue;
      const ask = t.call(name as QueryName, (inputs[name as QueryName] ?? {}) as never, anonymised(REVIEWER));
      if ('identifiedOnly' in spec && spec.identifiedOnly)
        await expect(ask, name).rejects.toMatchObject({ code: 'identifiedOnly' });
      else expect(clear(await ask), name).toEqual([]);
    }
  });

  test('shows the pseudonym where the name stood, “undecided” where nobody has settled it, a kind of file for its name', async () => {
    const { t } = await namesEverywhere();
    const { rows } = await t.call('chronology.page', { filter: {}, from: null, limit: 9 }, anonymised(PANEL));
    expect(rows[0]!.text).toBe('Child S seen with Adult B');
    expect(rows[1]!.text).toBe('[undecided] telephoned');
    for (const mark of rows[0]!.marks) expect(['Child S', 'Adult B']).toContain(rows[0]!.text.slice(mark.start, mark.end));
    const { lines } = await t.call('chronology.lines', { filter: {}, from: null, limit: 9 }, anonymised(PANEL));
    expect(lines[0]!.provenance[0]!.file).not.toContain('chron');
    expect(Object.keys(lines[0]!.other)[0]).toContain('Child S');
  });

  test('finds nothing by a real name, and finds by the pseudonym', async () => {
    const { t } = await namesEverywhere();
    const find = async (search: string, session = anonymised(PANEL)): Promise<number> =>
      (await t.call('chronology.page', { filter: { search }, from: null, limit: 9 }, session)).rows.length;
    expect(await find('Callum', PANEL)).toBe(1);
    for (const name of ['Callum', 'oakeshott', 'Kirst', 'harrowgate', '943']) expect(await find(name), name).toBe(0);
    expect(await find('seen')).toBe(1);
    expect((await t.call('chronology.anchors', { filter: { search: 'Oakeshott' } }, anonymised(PANEL))).total).toBe(0);
    expect(await t.call('chronology.find', { filter: { search: 'Oakeshott' }, ref: 1 }, anonymised(PANEL))).toBeNull();
  });

  test('gets no name out of an error either', async () => {
    const { t, ids } = await namesEverywhere();
    const asked = t.call('theme.add', { id: newId(), parentId: null, name: 'Callum’s voice', definition: '' }, anonymised(PANEL));
    const error = await asked.catch((thrown: unknown) => thrown as AppError);
    expect(clear(error)).toEqual([]);
    const second = await t
      .call('register.remove', { id: ids['child']!, rowVersion: 1 }, anonymised(REVIEWER))
      .catch((thrown: unknown) => thrown as AppError);
    expect(second).toMatchObject({ code: 'identifiedOnly' });
    const unread = importBytes(
      t,
      new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d]),
      'Oakeshott_C.pdf',
      'Harrowgate Primary',
      anonymised(MANAGER),
    );
    expect(clear(((await unread.catch((thrown: unknown) => thrown)) as AppError).toWire())).toEqual([]);
  });

  test('is held through jobs as well', async () => {
    const w = testWorkbench();
    const service = w.workbench.connect();
    const call = async (name: string, input: unknown): Promise<unknown> =>
      service.call(name, input, { signal: new AbortController().signal, callId: '1', onProgress: () => {} });
    await call('session.create', {
      place: 'a.review',
      title: 'Child S',
      profile: 'lcspr',
      scopeFrom: null,
      scopeTo: null,
      passphrase: 'four ordinary words here',
      person: { name: 'N', post: '', role: 'reviewer' },
    });
    await call('register.add', { id: newId(), kind: 'person', realName: 'Callum Oakeshott', aliases: [], pseudonym: 'Child S' });
    await call('session.setView', { view: 'anonymised' });
    const preview = await call('returns.preview', {
      file: w.give('Callum_Oakeshott.csv', csv('Date,Callum\n1/5/2024,Callum Oakeshott was seen\n')),
      agency: 'Police',
    });
    expect(clear(preview)).toEqual([]);
    const read = await call('action.read', {
      text: '1. Callum Oakeshott should be asked by the Director of Nursing by 3 May 2027.',
    });
    expect(clear(read)).toEqual([]);
    const refused = await call('returns.preview', {
      file: w.give('Callum_Oakeshott.pdf', csv('%PDF-1.7')),
      agency: 'Police',
    }).catch((thrown: unknown) => thrown as AppError);
    expect(refused).toMatchObject({ code: 'unsupportedFile' });
    expect(clear((refused as AppError).toWire())).toEqual([]);
    await expect(call('returns.original', { id: newId() })).rejects.toMatchObject({ code: 'identifiedOnly' });
  });
});

describe('deciding', () => {
  test('an asked mention is settled once, here or for all of the return, and undone', async () => {
    const { t, ids } = await namesEverywhere();
    const asks = await t.call('register.asks', { entryId: null, limit: 50 }, MANAGER);
    const ask = asks.find((item) => item.place.id === ids['second'] && item.text.includes('Oakeshott'))!;
    expect(ask.candidates).toEqual(expect.arrayContaining([ids['mother']]));
    expect(ask.context.slice(ask.start - ask.contextStart, ask.end - ask.contextStart)).toBe(ask.text);
    const decision = { place: ask.place, textHash: ask.textHash, start: ask.start, end: ask.end, everywhere: false };
    await t.call('register.decide', { ...decision, entryId: ids['mother']! }, MANAGER);
    const shown = async (): Promise<string> =>
      (await t.call('chronology.get', { id: ids['second']! }, anonymised(PANEL))).fields.find((f) => f.field === 'description')!
        .text;
    expect(await shown()).toBe('Adult B telephoned');
    await t.call('register.decide', { ...decision, entryId: null }, MANAGER);
    expect(await shown()).toBe('Ms Oakeshott telephoned');
    await t.call('history.undo', {}, MANAGER);
    await t.call('history.undo', {}, MANAGER);
    expect(await shown()).toBe('[undecided] telephoned');
    await expect(
      t.call('register.decide', { ...decision, textHash: 'another text', entryId: null }, MANAGER),
    ).rejects.toMatchObject({ code: 'versionConflict' });
  });
});
