import { type ReactNode, useState } from 'react';
import type { Memo } from '#shared/contract/memos.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useIdentified } from '#renderer/data/use-session.ts';
import { LinkButton } from '#renderer/ui/button.tsx';
import { InstantText } from '#renderer/ui/date-text.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { MemoForm, titleOf, type MemoWords } from './memo-form.tsx';

/** One memo: its words, who wrote it and when; changed and removed where it stands. */
export function MemoItem({ memo, onRemoved }: { memo: Memo; onRemoved?: () => void }): ReactNode {
  const may = useMay();
  const identified = useIdentified();
  const update = useCommand('memo.update', { said: 'Memo kept.' });
  const remove = useCommand('memo.remove', { said: 'Memo removed.' });
  const [words, setWords] = useState<MemoWords | null>(null);
  const { id, rowVersion } = memo;
  const pending = update.pending || remove.pending ? 'Under way' : null;
  async function keep({ title, body }: MemoWords): Promise<void> {
    const done = await update.run({ id, rowVersion, title: titleOf(title), body });
    if (done.ok) setWords(null);
  }
  async function takeAway(): Promise<void> {
    if ((await remove.run({ id, rowVersion })).ok) onRemoved?.();
  }
  const who = (identified ? memo.person : '') || memo.post.trim() || 'Not named';
  return (
    <div className="pl-ch-memo">
      {words ? (
        <MemoForm
          words={words}
          verb="Keep the memo"
          cannot={may('memo.update') ?? pending}
          onChange={setWords}
          onKeep={() => void keep(words)}
          onLeave={() => setWords(null)}
        />
      ) : (
        <>
          {memo.title && <h4>{memo.title}</h4>}
          <p className="pl-ch-said">{memo.body}</p>
        </>
      )}
      <p className="pl-2 pl-dim">
        {who}, <InstantText at={memo.at} />
      </p>
      {!words && (
        <p className="pl-row pl-2">
          <LinkButton
            cannot={may('memo.update') ?? pending}
            onClick={() => setWords({ title: memo.title ?? '', body: memo.body })}
          >
            Change
          </LinkButton>
          <LinkButton cannot={may('memo.remove') ?? pending} onClick={() => void takeAway()}>
            Remove
          </LinkButton>
        </p>
      )}
      <ErrorNote error={update.error ?? remove.error} />
    </div>
  );
}
