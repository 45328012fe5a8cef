import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { TextAreaField, TextField } from '#renderer/ui/field.tsx';

export type MemoWords = { title: string; body: string };
export type MemoFormProps = {
  words: MemoWords;
  verb: string;
  cannot: string | null;
  onChange(words: MemoWords): void;
  onKeep(): void;
  onLeave(): void;
};

/** A memo being written: a title where one helps, and the thought. Ctrl+Enter keeps it. */
export function MemoForm({ words, verb, cannot, onChange, onKeep, onLeave }: MemoFormProps): ReactNode {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector('textarea')?.focus();
    form.current?.scrollIntoView?.({ block: 'nearest' });
  }, []);
  const why = cannot ?? (words.body.trim() ? null : 'Write something first');
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!why) onKeep();
  }
  function key(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || why) return;
    event.preventDefault();
    onKeep();
  }
  return (
    <form ref={form} className="pl-stack pl-ch-form" onSubmit={submit} onKeyDown={key}>
      <TextField
        label="Title, if one helps"
        maxLength={200}
        value={words.title}
        onChange={(title) => onChange({ ...words, title })}
      />
      <TextAreaField
        label="Memo"
        rows={6}
        maxLength={20_000}
        value={words.body}
        onChange={(body) => onChange({ ...words, body })}
      />
      <div className="pl-row">
        <Button look="main" type="submit" cannot={why}>
          {verb}
        </Button>
        <Button onClick={onLeave}>Leave it</Button>
      </div>
    </form>
  );
}

export const titleOf = (title: string): string | null => title.trim() || null;
