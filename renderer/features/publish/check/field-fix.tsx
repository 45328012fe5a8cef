import { type FormEvent, type ReactNode, useState } from 'react';
import type { PublishIssue } from '#shared/contract/publish.ts';
import { readTimescaleField } from '#shared/recommendations/labelled.ts';
import { localToday } from '#renderer/data/today.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { queryFor } from '#renderer/data/use-query.ts';
import { useWorkbench } from '#renderer/data/workbench.tsx';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { dayLabel } from '#renderer/ui/date-text.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { TextField } from '#renderer/ui/field.tsx';

const LABELS: Record<string, { label: string; hint: string }> = {
  owners: { label: 'Owner', hint: 'A post. Several are parted by a semicolon.' },
  timescale: { label: 'By when', hint: '31 March 2027, or within three months of publication' },
  successMeasure: { label: 'Measure', hint: 'How it will be known that it made a difference' },
};

/** What is missing can be written where it is missed. */
export function isFieldFix({ code, where }: Pick<PublishIssue, 'code' | 'where'>): boolean {
  const { place } = where;
  return (
    /^no(?:Owner|Date|Measure)$/.test(code) &&
    place !== null &&
    (place.table === 'action' || place.table === 'recommendation') &&
    Object.hasOwn(LABELS, place.field)
  );
}

export type FieldFixProps = { issue: PublishIssue; onDone(): void; onElsewhere(): void };

export function FieldFix({ issue, onDone, onElsewhere }: FieldFixProps): ReactNode {
  const may = useMay();
  const place = issue.where.place;
  const table = place?.table === 'recommendation' ? 'recommendation' : 'action';
  const field = place?.field ?? 'owners';
  const workbench = useWorkbench();
  const updateAction = useCommand('action.update', { said: 'Kept. The page is made anew.' });
  const updateRecommendation = useCommand('recommendation.update', { said: 'Kept. The page is made anew.' });
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const update = table === 'action' ? updateAction : updateRecommendation;
  const due = field === 'timescale' && text.trim() ? (readTimescaleField(text, { today: localToday() })?.due ?? null) : null;
  const words = LABELS[field] ?? { label: field, hint: '' };
  const may1 = may(table === 'action' ? 'action.update' : 'recommendation.update');

  async function keep(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    const written = text.trim();
    if (!written || may1) return;
    const is = (one: { id: string }): boolean => one.id === place?.id;
    const row =
      table === 'action'
        ? (await workbench.cache.fetchQuery(queryFor(workbench, 'action.rows', {}))).find(is)
        : (await workbench.cache.fetchQuery(queryFor(workbench, 'recommendation.list', {}))).find(is);
    if (!row) return onElsewhere();
    const patch =
      field === 'owners'
        ? {
            owners: written
              .split(';')
              .map((one) => one.trim())
              .filter(Boolean)
              .slice(0, 20),
          }
        : field === 'timescale'
          ? { timescale: { asWritten: written, due } }
          : { successMeasure: written };
    const outcome = await update.run({ id: row.id, rowVersion: row.rowVersion, ...patch });
    if (outcome.ok) onDone();
  }
  return (
    <form className="pl-pub-why" onSubmit={(event) => void keep(event)}>
      <TextField
        label={words.label}
        value={text}
        onChange={setText}
        autoFocus
        maxLength={field === 'successMeasure' ? 4000 : 300}
        hint={due ? dayLabel(due) : words.hint}
        error={tried && !text.trim() ? 'Write it, or leave it as it is.' : null}
      />
      <ErrorNote error={update.error} />
      <div className="pl-row">
        <Button bar type="submit" cannot={update.pending ? 'Under way' : may1}>
          Keep it
        </Button>
        <Button bar look="quiet" onClick={onDone}>
          Cancel
        </Button>
        <span className="pl-push">
          <LinkButton onClick={onElsewhere}>Open it in Actions</LinkButton>
        </span>
      </div>
    </form>
  );
}
