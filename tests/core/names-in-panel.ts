import type { QueryName } from '#shared/contract/index.ts';
import { addReply } from '#core/features/panel/steps.ts';
import type { RemarkDraft } from '#core/features/panel/read/remark-draft.ts';
import { newId } from '#shared/kernel/ids.ts';
import { REVIEWER, type TestCore } from './harness.ts';

/** A round and a copy that came back with a name in each of their places. */
export async function namesInPanel(t: TestCore): Promise<Partial<Record<QueryName, unknown>>> {
  const copyId = newId();
  const member = { id: copyId, name: 'Kirsty Oakeshott', post: 'Head', agency: 'Harrowgate Primary' };
  await t.call('round.add', {
    id: newId(),
    asks: 'Was Callum seen?',
    returnBy: null,
    senderName: 'Callum',
    senderPost: '',
    view: 'identified',
    mode: 'comments',
    filter: { search: 'Callum' },
    filterWords: 'entries with “Callum”',
    members: [member],
  });
  const draft: RemarkDraft = {
    key: '1',
    parentKey: null,
    kind: 'change',
    ref: 1,
    alsoRefs: [],
    placedBy: 'mark',
    place: 'Beside Callum',
    quote: 'seen with Kirsty',
    text: 'Callum was not seen.',
    field: 'description',
    before: 'Callum Oakeshott seen with Kirsty',
    after: 'Callum Oakeshott not seen with Kirsty',
    author: 'Kirsty Oakeshott',
    account: 'kirsty@harrowgate.example',
    writtenAt: '2026-11-20T10:00:00Z',
    untracked: false,
    resolved: false,
  };
  const read = { drafts: [draft], notes: ['Callum is in it.'] };
  const reply = { copyId, fileId: null, name: 'Oakeshott.docx', sha256: 'x', bytes: new Uint8Array(), read };
  await t.core.write(addReply, reply, REVIEWER, t.at.now);
  const { remarks } = await t.call('remark.list', { show: 'all', limit: 9 });
  const all = remarks.map(({ id, rowVersion }) => ({ id, rowVersion }));
  await t.call('remark.setAside', { remarks: all, reason: 'Kirsty withdrew it.' });
  return { 'remark.list': { show: 'all', limit: 9 } };
}
