import { type ReactNode, useState } from 'react';
import { newId } from '#shared/kernel/ids.ts';
import { usePageCommands } from '#renderer/commands/page-commands.ts';
import { localToday } from '#renderer/data/today.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useIdentified } from '#renderer/data/use-session.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { Inspector, Section } from '#renderer/ui/inspector.tsx';
import { BLANK, type PlanDraft, planOf, setDraft, useDraft } from './draft.ts';
import { PlanFields } from './plan-fields.tsx';
import type { PlanRow } from './plan-rows.ts';

/** A new action, with or without a recommendation above it. */
export function AddAction({
  rows,
  onAdded,
  onLeave,
}: {
  rows: readonly PlanRow[];
  onAdded(id: string): void;
  onLeave(): void;
}): ReactNode {
  const may = useMay();
  // A draft of its own for each view: what was typed while names were shown does not show while they are not.
  const key = useIdentified() ? 'new' : 'new, anonymised';
  const draft = useDraft(key) ?? BLANK;
  // One id for one form: added again after a lost answer, it is there once.
  const [id] = useState(newId);
  const add = useCommand('action.add', { said: 'The action is added.' });
  const cannot = may('action.add') ?? (draft.text.trim() ? null : 'A text is needed');
  async function run(): Promise<void> {
    if (cannot || add.pending) return;
    const plan = planOf(draft, null, localToday());
    const outcome = await add.run({ id, ...plan, status: draft.status, recommendationId: draft.recommendationId || null });
    if (!outcome.ok) return;
    setDraft(key, null);
    onAdded(id);
  }
  usePageCommands([{ id: 'actions.add.keep', label: 'Add the action', keys: ['Ctrl+Enter'], run: () => void run() }]);
  return (
    <Inspector
      title="New action"
      end={
        <>
          <Button look="main" cannot={add.pending ? 'Under way' : cannot} onClick={() => void run()}>
            Add the action
          </Button>
          <Button
            onClick={() => {
              setDraft(key, null);
              onLeave();
            }}
          >
            Cancel
          </Button>
        </>
      }
    >
      <Section>
        <ErrorNote error={add.error} />
        <PlanFields
          draft={draft}
          before={null}
          kind="action"
          rows={rows}
          cannot={may('action.add')}
          field="text"
          onChange={(next: PlanDraft) => setDraft(key, next)}
        />
      </Section>
    </Inspector>
  );
}
