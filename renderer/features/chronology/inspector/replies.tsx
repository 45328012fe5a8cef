import { type FormEvent, type ReactNode, useState } from 'react';
import type { AnnotationReply } from '#shared/contract/discussion.ts';
import { newId } from '#shared/kernel/ids.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useSession } from '#renderer/data/use-session.ts';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { InstantText } from '#renderer/ui/date-text.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { TextAreaField } from '#renderer/ui/field.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';

const KIND_WORDS: Record<AnnotationReply['kind'], string> = { reply: '', settled: 'settled it', reopened: 'opened it again' };

/** What was said back to an annotation; whether the thread is settled, by whom and when. */
export function Replies({ annotationId, replies }: { annotationId: string; replies: readonly AnnotationReply[] }): ReactNode {
  const may = useMay();
  const session = useSession();
  const identified = session?.view === 'identified';
  const add = useCommand('reply.add', { said: 'Thread changed.' });
  const remove = useCommand('reply.remove', { said: 'Reply removed.' });
  const edit = useCommand('reply.edit', { said: 'Reply changed.' });
  const [body, setBody] = useState<string | null>(null);
  const [changing, setChanging] = useState<{ id: string; rowVersion: number; body: string } | null>(null);
  const settled = replies.findLast((one) => one.kind !== 'reply')?.kind === 'settled';
  const cannot = may('reply.add') ?? (add.pending ? 'Under way' : null);
  async function say(kind: AnnotationReply['kind'], words: string | null): Promise<void> {
    const done = await add.run({ id: newId(), annotationId, kind, body: words });
    if (done.ok) setBody(null);
  }
  async function change(): Promise<void> {
    if (!changing) return;
    const { id, rowVersion, body: words } = changing;
    if ((await edit.run({ id, rowVersion, body: words })).ok) setChanging(null);
  }
  return (
    <>
      {replies.length > 0 && (
        <ul className="pl-ch-replies">
          {replies.map((reply) => (
            <li key={reply.id}>
              <p>
                <span className="pl-ch-who">
                  {identified ? reply.person || 'Not named' : reply.post.trim() || 'Review panel'}
                </span>{' '}
                {KIND_WORDS[reply.kind]}{' '}
                <span className="pl-2 pl-dim">
                  <InstantText at={reply.at} />
                </span>
              </p>
              {changing?.id === reply.id ? (
                <ReplyForm
                  body={changing.body}
                  verb="Change the reply"
                  cannot={may('reply.edit') ?? (edit.pending ? 'Under way' : null)}
                  onChange={(words) => setChanging({ ...changing, body: words })}
                  onKeep={() => void change()}
                  onLeave={() => setChanging(null)}
                />
              ) : (
                reply.body && <p className="pl-ch-said">{reply.body}</p>
              )}
              {identified && reply.kind === 'reply' && reply.person === session?.person?.name && changing?.id !== reply.id && (
                <span className="pl-row pl-ch-reply-acts">
                  <LinkButton cannot={may('reply.edit')} onClick={() => setChanging({ ...reply, body: reply.body ?? '' })}>
                    Change the reply
                  </LinkButton>
                  <LinkButton
                    cannot={may('reply.remove')}
                    onClick={() => void remove.run({ id: reply.id, rowVersion: reply.rowVersion })}
                  >
                    Remove the reply
                  </LinkButton>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {body === null ? (
        <p className="pl-row pl-2">
          {settled && <StatusMark status="done">Settled</StatusMark>}
          <LinkButton cannot={cannot} onClick={() => setBody('')}>
            Reply…
          </LinkButton>
          <LinkButton cannot={cannot} onClick={() => void say(settled ? 'reopened' : 'settled', null)}>
            {settled ? 'Open the thread again' : 'Settle the thread'}
          </LinkButton>
        </p>
      ) : (
        <ReplyForm
          body={body}
          verb="Add the reply"
          cannot={cannot}
          onChange={setBody}
          onKeep={() => void say('reply', body)}
          onLeave={() => setBody(null)}
        />
      )}
      <ErrorNote error={add.error ?? edit.error ?? remove.error} />
    </>
  );
}

type ReplyFormProps = {
  body: string;
  verb: string;
  cannot: string | null;
  onChange(body: string): void;
  onKeep(): void;
  onLeave(): void;
};

function ReplyForm({ body, verb, cannot, onChange, onKeep, onLeave }: ReplyFormProps): ReactNode {
  const why = cannot ?? (body.trim() ? null : 'Write something first');
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!why) onKeep();
  }
  return (
    <form className="pl-stack pl-ch-form" onSubmit={submit}>
      <TextAreaField label="Reply" quiet rows={3} maxLength={4000} value={body} onChange={onChange} />
      <div className="pl-row">
        <Button look="main" type="submit" cannot={why}>
          {verb}
        </Button>
        <Button onClick={onLeave}>Leave it</Button>
      </div>
    </form>
  );
}
