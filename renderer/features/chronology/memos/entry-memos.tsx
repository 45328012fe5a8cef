import type { ReactNode } from 'react';
import { newId } from '#shared/kernel/ids.ts';
import { hrefTo } from '#renderer/data/route.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { LinkButton } from '#renderer/ui/button.tsx';
import { count } from '#renderer/ui/date-text.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { Section } from '#renderer/ui/inspector.tsx';
import { useDraft } from '../inspector/use-draft.ts';
import { MemoForm, titleOf } from './memo-form.tsx';
import { MemoItem } from './memo-item.tsx';
import './memos.css';

export type EntryMemosProps = {
  eventId: string;
  eventIds: readonly string[];
  asked: number | null;
  onAsk(): void;
  onDone(): void;
};

/** The reviewer's memos about an entry. M writes one, about all entries selected. */
export function EntryMemos({ eventId, eventIds, asked, onAsk, onDone }: EntryMemosProps): ReactNode {
  const may = useMay();
  const { data } = useQuery('memo.list', { eventId, limit: 50 }, { keep: false });
  const add = useCommand('memo.add', { said: 'Memo written.' });
  const title = useDraft(`${eventId} memo title`);
  const body = useDraft(`${eventId} memo`);
  const memos = data?.memos ?? [];
  function leave(): void {
    title.drop();
    body.drop();
    onDone();
  }
  async function keep(): Promise<void> {
    const words = { title: titleOf(title.text), body: body.text };
    const done = await add.run({ id: newId(), ...words, eventIds: eventIds.slice(0, 500), themeIds: [] });
    if (done.ok) leave();
  }
  return (
    <Section
      title="Memos"
      {...(memos.length > 0 ? { count: memos.length } : {})}
      tools={
        asked === null && (
          <LinkButton cannot={may('memo.add')} onClick={onAsk}>
            Write…
          </LinkButton>
        )
      }
    >
      {memos.length === 0 && asked === null && <p className="pl-2">None yet. M writes one: yours, in no copy for the panel.</p>}
      {memos.map((memo) => (
        <MemoItem key={memo.id} memo={memo} />
      ))}
      {asked !== null && (
        <>
          {eventIds.length > 1 && <p className="pl-2">About all {count(eventIds.length)} entries selected</p>}
          <MemoForm
            key={asked}
            words={{ title: title.text, body: body.text }}
            verb="Write the memo"
            cannot={may('memo.add') ?? (add.pending ? 'Under way' : null)}
            onChange={(words) => {
              title.set(words.title);
              body.set(words.body);
            }}
            onKeep={() => void keep()}
            onLeave={leave}
          />
        </>
      )}
      <ErrorNote error={add.error} />
      <p className="pl-2 pl-ch-all">
        <a href={hrefTo('chronology', { show: 'memos' })}>All memos</a>
      </p>
    </Section>
  );
}
