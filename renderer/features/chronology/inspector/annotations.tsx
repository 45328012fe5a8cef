import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { newId } from '#shared/kernel/ids.ts';
import type { AnnotationReply } from '#shared/contract/discussion.ts';
import type { Annotation, EventDetail } from '#shared/model/chronology-event.ts';
import { hrefTo } from '#renderer/data/route.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useSession } from '#renderer/data/use-session.ts';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { InstantText } from '#renderer/ui/date-text.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { TextAreaField } from '#renderer/ui/field.tsx';
import { Section } from '#renderer/ui/inspector.tsx';
import { useMay } from '#renderer/data/use-may.ts';
import { Replies } from './replies.tsx';
import { useDraft } from './use-draft.ts';

export type AnnotationsProps = { detail: EventDetail; asked: number | null; onAsk(): void; onDone(): void };

/** What the panel says about an entry, beside it and never in it. Each person changes only their own. */
export function Annotations({ detail, asked, onAsk, onDone }: AnnotationsProps): ReactNode {
  const may = useMay();
  const { annotations } = detail;
  const { data: replies } = useQuery('reply.ofEvent', { eventId: detail.id }, { enabled: annotations.length > 0 });
  const add = useCommand('annotation.add', { said: 'Annotation added.' });
  const draft = useDraft(`${detail.id} annotation`);
  const body = draft.text;
  async function keep(): Promise<void> {
    const done = await add.run({ id: newId(), eventId: detail.id, eventRowVersion: detail.rowVersion, body });
    if (!done.ok) return;
    draft.drop();
    onDone();
  }
  return (
    <Section
      title="Annotations"
      {...(annotations.length > 0 ? { count: annotations.length } : {})}
      tools={
        asked === null && (
          <LinkButton cannot={may('annotation.add')} onClick={onAsk}>
            Add…
          </LinkButton>
        )
      }
    >
      {annotations.length === 0 && asked === null && <p className="pl-2">None yet. A adds one.</p>}
      <ul className="pl-ch-annotations">
        {annotations.map((annotation) => (
          <AnnotationItem
            key={annotation.id}
            annotation={annotation}
            replies={(replies ?? []).filter((one) => one.annotationId === annotation.id)}
          />
        ))}
      </ul>
      {asked !== null && (
        <WordsForm
          key={asked}
          label="Annotation"
          body={body}
          verb="Add the annotation"
          cannot={may('annotation.add')}
          pending={add.pending}
          onChange={draft.set}
          onKeep={() => void keep()}
          onLeave={() => {
            draft.drop();
            onDone();
          }}
        />
      )}
      <ErrorNote error={add.error} />
      <p className="pl-2 pl-ch-all">
        <a href={hrefTo('chronology', { show: 'threads' })}>All open threads</a>
      </p>
    </Section>
  );
}

type OneProps = { annotation: Annotation; replies: readonly AnnotationReply[] };

/** One annotation with the thread under it. */
export function AnnotationItem({ annotation, replies }: OneProps): ReactNode {
  const session = useSession();
  const may = useMay();
  const identified = session?.view === 'identified';
  const own = annotation.person === session?.person?.name;
  const edit = useCommand('annotation.edit', { said: 'Annotation changed.' });
  const remove = useCommand('annotation.remove', { said: 'Annotation removed.' });
  const [body, setBody] = useState<string | null>(null);
  const { id, rowVersion } = annotation;
  async function keep(): Promise<void> {
    const done = await edit.run({ id, rowVersion, body: body ?? '' });
    if (done.ok) setBody(null);
  }
  const post = annotation.post.trim();
  return (
    <li>
      <p>
        <span className="pl-ch-who">{identified ? annotation.person || 'Not named' : post || 'Review panel'}</span>{' '}
        <span className="pl-2 pl-dim">
          {identified && post && post !== annotation.person ? `${post}, ` : ''}
          <InstantText at={annotation.at} />
        </span>
      </p>
      {body === null ? (
        <p className="pl-ch-said">{annotation.body}</p>
      ) : (
        <WordsForm
          label="Annotation"
          body={body}
          verb="Change the annotation"
          cannot={may('annotation.edit')}
          pending={edit.pending}
          onChange={setBody}
          onKeep={() => void keep()}
          onLeave={() => setBody(null)}
        />
      )}
      <ErrorNote error={edit.error ?? remove.error} />
      {own && body === null && (
        <p className="pl-row pl-2">
          <LinkButton cannot={may('annotation.edit')} onClick={() => setBody(annotation.body)}>
            Change
          </LinkButton>
          <LinkButton
            cannot={may('annotation.remove') ?? (replies.length > 0 ? 'It has been replied to' : null)}
            onClick={() => void remove.run({ id, rowVersion })}
          >
            Remove
          </LinkButton>
        </p>
      )}
      <Replies annotationId={id} replies={replies} />
    </li>
  );
}

type WordsFormProps = {
  label: string;
  body: string;
  verb: string;
  cannot: string | null;
  pending: boolean;
  onChange(body: string): void;
  onKeep(): void;
  onLeave(): void;
};

function WordsForm({ label, body, verb, cannot, pending, onChange, onKeep, onLeave }: WordsFormProps): ReactNode {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector('textarea')?.focus();
    form.current?.scrollIntoView?.({ block: 'nearest' });
  }, []);
  const lacks = body.trim() ? null : 'Write something first';
  const able = !lacks && !cannot && !pending;
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (able) onKeep();
  }
  function key(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !able) return;
    event.preventDefault();
    onKeep();
  }
  return (
    <form ref={form} className="pl-stack pl-ch-form" onSubmit={submit} onKeyDown={key}>
      <TextAreaField label={label} quiet rows={4} maxLength={4000} value={body} onChange={onChange} />
      <div className="pl-row">
        <Button look="main" type="submit" cannot={cannot ?? lacks ?? (pending ? 'Under way' : null)}>
          {verb}
        </Button>
        <Button onClick={onLeave}>Leave it</Button>
      </div>
    </form>
  );
}
