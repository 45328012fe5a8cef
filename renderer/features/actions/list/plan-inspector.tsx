import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { standingOf } from '#shared/recommendations/standing.ts';
import { announce } from '#renderer/data/announce.ts';
import { localToday } from '#renderer/data/today.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useIdentified } from '#renderer/data/use-session.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { usePageCommands } from '#renderer/commands/page-commands.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { Inspector, Section } from '#renderer/ui/inspector.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import { draftOf, type PlanDraft, planOf, setDraft, useDraft } from './draft.ts';
import { PlanFields } from './plan-fields.tsx';
import type { PlanRow } from './plan-rows.ts';

export type PlanInspectorProps = { row: PlanRow; rows: readonly PlanRow[]; field: string | undefined; onGone(): void };

/** One recommendation or action: each of its fields, its place in the order, and how it stands. */
export function PlanInspector({ row, rows, field, onGone }: PlanInspectorProps): ReactNode {
  const may = useMay();
  const before = draftOf(row.row);
  const typed = useDraft(row.id);
  // Typed while names were shown, it does not show while they are not.
  const draft = (useIdentified() ? typed : undefined) ?? before;
  const updateAction = useCommand('action.update', { said: `${row.name} is kept.` });
  const updateRecommendation = useCommand('recommendation.update', { said: `${row.name} is kept.` });
  const moveAction = useCommand('action.move', { said: '' });
  const moveRecommendation = useCommand('recommendation.move', { said: '' });
  const removeAction = useCommand('action.remove', { said: `${row.name} is removed. Ctrl+Z brings it back.` });
  const removeRecommendation = useCommand('recommendation.remove', { said: `${row.name} is removed. Ctrl+Z brings it back.` });
  const isAction = row.kind === 'action';
  const update = isAction ? updateAction : updateRecommendation;
  const remove = isAction ? removeAction : removeRecommendation;
  const move = isAction ? moveAction : moveRecommendation;
  const dirty = (Object.keys(before) as (keyof PlanDraft)[]).some((key) => draft[key] !== before[key]);
  const today = localToday();
  const cannotEdit = may(isAction ? 'action.update' : 'recommendation.update');
  const cannotMove = (to: number): string | null =>
    may(isAction ? 'action.move' : 'recommendation.move') ??
    (to < 0 ? 'It is the first' : to >= row.siblings ? 'It is the last' : null);
  const cannotKeep = cannotEdit ?? (draft.text.trim() ? null : 'A text is needed');

  async function keep(): Promise<void> {
    if (!dirty || cannotKeep) return;
    const plan = planOf(draft, row.row.timescale, today);
    const base = { id: row.id, rowVersion: row.row.rowVersion, ...plan };
    const outcome = isAction
      ? await updateAction.run({ ...base, status: draft.status, recommendationId: draft.recommendationId || null })
      : await updateRecommendation.run(base);
    // What could not be kept stays as it was typed.
    if (outcome.ok) setDraft(row.id, null);
  }
  async function moveTo(to: number): Promise<void> {
    if (cannotMove(to)) return;
    const outcome = await move.run({ id: row.id, to });
    if (outcome.ok) announce(`${isAction ? 'The action' : 'The recommendation'} is now ${to + 1} of ${row.siblings}.`);
  }
  async function takeAway(): Promise<void> {
    const outcome = await remove.run({ id: row.id, rowVersion: row.row.rowVersion });
    if (!outcome.ok) return;
    setDraft(row.id, null);
    onGone();
  }
  usePageCommands([
    { id: 'actions.keep', label: `Keep the changes of ${row.name}`, keys: ['Ctrl+Enter'], run: () => void keep() },
    { id: 'actions.up', label: `Move ${row.name} up`, keys: ['Alt+↑'], run: () => void moveTo(row.index - 1) },
    { id: 'actions.down', label: `Move ${row.name} down`, keys: ['Alt+↓'], run: () => void moveTo(row.index + 1) },
  ]);
  const plan = planOf(draft, row.row.timescale, today);
  const standing = standingOf(
    { ...plan, expectedOutcome: row.kind === 'recommendation' ? row.row.expectedOutcome : null, level: null },
    { today },
  );
  return (
    <Inspector
      title={row.name}
      tools={
        <>
          <IconButton
            bar
            label={`Move ${row.name} up`}
            icon={<ArrowUp size={14} aria-hidden />}
            cannot={cannotMove(row.index - 1)}
            onClick={() => void moveTo(row.index - 1)}
          />
          <IconButton
            bar
            label={`Move ${row.name} down`}
            icon={<ArrowDown size={14} aria-hidden />}
            cannot={cannotMove(row.index + 1)}
            onClick={() => void moveTo(row.index + 1)}
          />
        </>
      }
      end={
        <>
          <Button
            look={dirty ? 'main' : 'plain'}
            cannot={update.pending ? 'Under way' : dirty ? cannotKeep : 'Nothing has changed'}
            onClick={() => void keep()}
          >
            Keep the changes
          </Button>
          {dirty && <Button onClick={() => setDraft(row.id, null)}>Discard</Button>}
          <Button
            look="quiet"
            className="pl-push"
            cannot={remove.pending ? 'Under way' : may(isAction ? 'action.remove' : 'recommendation.remove')}
            onClick={() => void takeAway()}
          >
            Remove
          </Button>
        </>
      }
    >
      <Section>
        <ErrorNote error={update.error ?? remove.error ?? move.error} />
        <PlanFields
          key={row.id}
          draft={draft}
          before={row.row.timescale}
          kind={row.kind}
          rows={rows}
          cannot={cannotEdit}
          field={field}
          onChange={(next) => setDraft(row.id, next)}
        />
      </Section>
      <Section title="How it stands">
        <ul className="pl-plan-notes">
          {standing.notes.map((note) => (
            <li key={note.code}>
              <StatusMark status={note.status}>{note.title}</StatusMark>
              <p className="pl-2">{note.words}</p>
            </li>
          ))}
        </ul>
        <p className="pl-2">These explain; none of them blocks a publication.</p>
      </Section>
    </Inspector>
  );
}
