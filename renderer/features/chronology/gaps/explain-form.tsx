import { type FormEvent, type ReactNode, useState } from 'react';
import type { GapExplanation, GapNote } from '#shared/contract/gaps.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { Button } from '#renderer/ui/button.tsx';
import { InstantText } from '#renderer/ui/date-text.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { SelectField, TextAreaField } from '#renderer/ui/field.tsx';
import { backToList } from '#renderer/ui/inspector.tsx';
import { explanationWords } from './gap-words.ts';

export type Said = { explanation: GapExplanation; note: string };
export type ExplainFormProps = {
  choices: readonly GapExplanation[];
  note: GapNote | null;
  /** Keeps a first explanation; changing one is done here. */
  onAdd(said: Said): Promise<boolean>;
  adding: boolean;
  cannotAdd: string | null;
};

/** What a person says of a gap or of an agency that sent nothing: one of a few answers, and words. */
export function ExplainForm({ choices, note, onAdd, adding, cannotAdd }: ExplainFormProps): ReactNode {
  const may = useMay();
  const change = useCommand('gaps.change', { said: 'Explanation changed.' });
  const remove = useCommand('gaps.remove', { said: 'Explanation removed.' });
  const [explanation, setExplanation] = useState<GapExplanation>(note?.explanation ?? choices[0] ?? 'notExplained');
  const [text, setText] = useState(note?.note ?? '');
  const cannot = note ? may('gaps.change') : cannotAdd;
  const same = note !== null && note.explanation === explanation && note.note === text.trim();
  const busy = adding || change.pending || remove.pending;
  const why = cannot ?? (busy ? 'Under way' : same ? 'Nothing has been changed' : null);
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (why) return;
    if (note) void change.run({ id: note.id, rowVersion: note.rowVersion, explanation, note: text });
    else void onAdd({ explanation, note: text }).then((kept) => kept && backToList());
  }
  return (
    <form className="pl-stack" onSubmit={submit}>
      <SelectField
        label="What is known"
        value={explanation}
        onChange={setExplanation}
        options={choices.map((value) => ({ value, label: explanationWords(value) }))}
      />
      <TextAreaField label="Note" rows={3} maxLength={4000} value={text} onChange={setText} />
      {note && (
        <p className="pl-2 pl-dim">
          {[note.person, note.post].filter(Boolean).join(', ') || 'Not named'}, <InstantText at={note.at} />
        </p>
      )}
      <div className="pl-row">
        <Button look="main" type="submit" cannot={why}>
          {note ? 'Change the explanation' : 'Keep the explanation'}
        </Button>
        {note && (
          <Button
            cannot={may('gaps.remove') ?? (busy ? 'Under way' : null)}
            onClick={() => void remove.run({ id: note.id, rowVersion: note.rowVersion })}
          >
            Remove it
          </Button>
        )}
      </div>
      <ErrorNote error={change.error ?? remove.error} />
    </form>
  );
}
