import { type FormEvent, type ReactNode, useState } from 'react';
import type { AppError } from '#shared/kernel/app-error.ts';
import { FindingKind } from '#shared/model/analysis.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { SelectField, TextAreaField, TextField } from '#renderer/ui/field.tsx';
import { KIND_WORDS } from '#renderer/ui/finding-words.ts';

type Input = { kind: FindingKind; statement: string; why: string; question: string | null };
export type NewFindingProps = { error: AppError | null; pending: boolean; close(): void; add(input: Input): Promise<void> };

/** What a new finding needs to stand: its statement. The rest can come later, on its page. */
export function NewFinding({ error, pending, close, add }: NewFindingProps): ReactNode {
  const [kind, setKind] = useState<FindingKind>('practice');
  const [statement, setStatement] = useState('');
  const [why, setWhy] = useState('');
  const [question, setQuestion] = useState('');
  const cannot = pending ? 'Under way' : statement.trim() === '' ? 'Write the statement first' : null;
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!cannot) void add({ kind, statement: statement.trim(), why, question: question.trim() || null });
  }
  return (
    <form
      className="pl-analysis-form"
      aria-label="New finding"
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <h2>New finding</h2>
      <SelectField
        label="Kind"
        value={kind}
        onChange={setKind}
        options={FindingKind.options.map((value) => ({ value, label: KIND_WORDS[value] }))}
      />
      <TextAreaField
        label="Statement"
        hint="One or two sentences: what was learned about how the system worked."
        value={statement}
        onChange={setStatement}
        maxLength={2000}
        autoFocus
      />
      <TextAreaField
        label="Why it came about"
        hint="What led to it, and what kept it going."
        value={why}
        onChange={setWhy}
        maxLength={8000}
      />
      <TextField label="Question of the terms" value={question} onChange={setQuestion} maxLength={500} />
      <ErrorNote error={error} />
      <div className="pl-row">
        <Button look="main" type="submit" cannot={cannot}>
          Add the finding
        </Button>
        <Button onClick={close}>Cancel</Button>
      </div>
    </form>
  );
}
