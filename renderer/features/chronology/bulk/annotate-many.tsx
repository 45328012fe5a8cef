import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { MOST_ANNOTATED } from '#shared/contract/bulk.ts';
import { newId } from '#shared/kernel/ids.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { Button } from '#renderer/ui/button.tsx';
import { count, counted } from '#renderer/ui/date-text.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { TextAreaField } from '#renderer/ui/field.tsx';
import { Inspector, Section } from '#renderer/ui/inspector.tsx';
import { useDraft } from '../inspector/use-draft.ts';
import type { Selection } from '../list/use-selection.ts';

/** One annotation on all that are selected: one change, taken back by one undo. */
export function AnnotateMany({ selection, onDone }: { selection: Selection; onDone(): void }): ReactNode {
  const may = useMay();
  const annotate = useCommand('bulk.annotate', { said: ({ entries }) => `${counted(entries, 'entry', 'entries')} annotated.` });
  const draft = useDraft('annotate many');
  const form = useRef<HTMLFormElement>(null);
  // The same id again, so that a retry puts the words on no entry twice.
  const id = useRef(newId());
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  const n = selection.many || 1;
  const tooMany = n > MOST_ANNOTATED ? `${count(MOST_ANNOTATED)} entries at most are annotated in one step` : null;
  const why =
    may('bulk.annotate') ?? tooMany ?? (draft.text.trim() ? (annotate.pending ? 'Under way' : null) : 'Write something first');
  function leave(): void {
    draft.drop();
    onDone();
  }
  async function keep(): Promise<void> {
    if (why) return;
    if ((await annotate.run({ id: id.current, target: selection.target, body: draft.text })).ok) leave();
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    void keep();
  }
  function key(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onDone();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void keep();
    }
  }
  return (
    <div className="pl-ch-inspector">
      <Inspector title={`Annotate ${counted(n, 'entry', 'entries')}`}>
        <Section>
          <p className="pl-2">Each entry gets an annotation of its own with these words, and a thread under it.</p>
          <form ref={form} className="pl-stack pl-ch-form" onSubmit={submit} onKeyDown={key}>
            <TextAreaField label="Annotation" rows={5} maxLength={4000} value={draft.text} onChange={draft.set} />
            <div className="pl-row">
              <Button look="main" type="submit" cannot={why}>
                Annotate {counted(n, 'entry', 'entries')}
              </Button>
              <Button onClick={leave}>Leave it</Button>
            </div>
          </form>
          <ErrorNote error={annotate.error} />
        </Section>
      </Inspector>
    </div>
  );
}
