import { createHash, randomBytes } from 'node:crypto';
import { newId } from '#shared/kernel/ids.ts';
import type { PanelRemark } from '#shared/model/panel.ts';
import { SAMPLE_REPLY, SAMPLE_ROUND, type SamplePanelEdit } from '#resources/sample/panel.ts';
import { SAMPLE_REVIEW } from '#resources/sample/review-facts.ts';
import { wordReply } from '#resources/sample/word-reply.ts';
import { newCode } from '../../papers/panel-mark.ts';
import { panelPaper } from '../../papers/panel-paper.ts';
import { readReply } from '../panel/read/read-reply.ts';
import { addReply, readCopyToMake, recordPanelFile } from '../panel/steps.ts';
import type { SampleDoors, SampleEvents } from './sample-doors.ts';

const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const morning = (day: string): string => `${day}T09:00:00.000Z`;

/** A round of comment: the members' copies as they are made, and one that came back and is settled in part. */
export async function askThePanel(doors: SampleDoors, events: SampleEvents): Promise<void> {
  const { asks, returnBy, from, to, filterWords, members } = SAMPLE_ROUND;
  const { name: senderName, post: senderPost } = SAMPLE_REVIEW.businessManager;
  const copies = members.map((member) => ({ id: newId(), name: '', ...member }));
  await doors.run('round.add', {
    id: newId(),
    asks,
    returnBy,
    senderName,
    senderPost,
    view: 'identified',
    mode: 'trackedChanges',
    filter: { from, to },
    filterWords,
    members: copies,
  });
  const files: { bytes: Uint8Array; code: string }[] = [];
  for (const { id } of copies) files.push(await makeFile(doors, id));
  const [round] = await doors.ask('round.list', {});
  for (const { id, rowVersion } of round!.copies)
    await doors.run('round.changeCopy', { id, rowVersion, sentOn: SAMPLE_ROUND.sentOn });
  const refs = await refsOf(doors, events);
  await readBack(doors, copies[0]!.id, files[0]!, refs);
  await settle(doors, refs);
}

async function makeFile({ core, session }: SampleDoors, copyId: string): Promise<{ bytes: Uint8Array; code: string }> {
  const code = newCode(randomBytes(8));
  const at = morning(SAMPLE_ROUND.sentOn);
  const made = await core.read(readCopyToMake, { copyId, code }, session, at);
  const bytes = await panelPaper(made.paper);
  const { view, undecided, asOf } = made;
  const row = { copyId, code, sha256: sha(bytes), view, entries: made.paper.entries.length, undecided, asOf, bytes };
  await core.write(recordPanelFile, row, session, at);
  return { bytes, code };
}

/** The number under which each edit's entry stands in the copy; null: the first page. */
type Refs = ReadonlyMap<SamplePanelEdit, number | null>;

async function refsOf({ ask }: SampleDoors, events: SampleEvents): Promise<Refs> {
  const refs = new Map<SamplePanelEdit, number | null>();
  for (const edit of SAMPLE_REPLY.edits) {
    const { at } = edit;
    if (at === null) {
      refs.set(edit, null);
      continue;
    }
    let id = events.of(at.agency, at.t)[0]!;
    if (at.twin) ({ id } = (await ask('chronology.neighbour', { id, direction: 'next', sameAgency: true }))!);
    refs.set(edit, (await ask('chronology.get', { id })).ref);
  }
  return refs;
}

async function readBack(
  { core, session, ask }: SampleDoors,
  copyId: string,
  sent: { bytes: Uint8Array; code: string },
  refs: Refs,
): Promise<void> {
  const { author, writtenAt: at, edits, file: name, cameOn } = SAMPLE_REPLY;
  const copy = wordReply(sent.bytes, { author, at });
  for (const edit of edits) {
    const ref = refs.get(edit) ?? undefined;
    if (edit.kind === 'comment') {
      const parent = copy.comment(ref === undefined ? { words: edit.on } : { ref, words: edit.on }, { author, text: edit.text });
      if (edit.reply) copy.comment({ ref: ref!, words: edit.on }, { author: edit.reply.by, text: edit.reply.text, parent });
    } else if (edit.kind === 'change') copy.change(ref!, edit.on, edit.to);
    else if (edit.kind === 'typed') copy.type(ref!, edit.text);
    else copy.strike(ref!);
  }
  const bytes = copy.bytes();
  // Our own file, made a moment ago: it needs no worker to hold it.
  const read = readReply(bytes, sent.bytes, [sent.code]);
  const [round] = await ask('round.list', {});
  const fileId = round!.copies[0]!.files[0]!.id;
  await core.write(addReply, { copyId, fileId, name, sha256: sha(bytes), bytes, read }, session, morning(cameOn));
}

async function settle({ run, ask }: SampleDoors, refs: Refs): Promise<void> {
  const { remarks } = await ask('remark.list', { show: 'waiting', limit: 100 });
  for (const edit of SAMPLE_REPLY.edits) {
    if (!edit.settled) continue;
    const { id, rowVersion } = remarks.find((remark: PanelRemark) => remark.ref === refs.get(edit))!;
    const named = [{ id, rowVersion }];
    if (edit.settled.as === 'annotation') await run('remark.annotate', { remarks: named });
    else await run('remark.answer', { remarks: named, answer: edit.settled.words });
  }
}
