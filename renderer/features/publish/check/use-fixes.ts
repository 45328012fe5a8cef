import type { PublishIssue } from '#shared/contract/publish.ts';
import type { AppError } from '#shared/kernel/app-error.ts';
import { newId } from '#shared/kernel/ids.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useMay } from '#renderer/data/use-may.ts';
import type { Numbered } from './numbered.ts';

type Remedy = 'pseudonym' | 'leaveOut' | 'keep';
export type Fixes = {
  /** Replaces, leaves out or keeps the words of one issue. */
  remedy(issue: PublishIssue, action: Remedy, reason: string): Promise<boolean>;
  /** The same remedy for each of several. */
  remedyAll(issues: readonly Numbered[]): Promise<boolean>;
  /** Says who is meant; null: nobody on the register. */
  decide(issue: PublishIssue, entryId: string | null): Promise<boolean>;
  cannot: string | null;
  pending: boolean;
  error: AppError | null;
};

/** Texts whose mentions are settled by a decision of their own; elsewhere the answer is a remedy of the same meaning. */
const DECIDED = new Set(['heading', 'text', 'successMeasure', 'leadAgency']);

export function useFixes(): Fixes {
  const may = useMay();
  const remedyCommand = useCommand('publish.remedy', { said: 'Settled. The page is made anew.' });
  const decideCommand = useCommand('register.decide', { said: 'Settled. The page is made anew.' });

  async function remedy(issue: PublishIssue, action: Remedy, reason: string, entryId = issue.candidates[0]): Promise<boolean> {
    const { place, start, end } = issue.where;
    if (place === null || start === null || end === null || issue.textHash === null) return false;
    const outcome = await remedyCommand.run({
      id: newId(),
      place,
      textHash: issue.textHash,
      start,
      end,
      entryId: entryId ?? null,
      action,
      reason,
    });
    return outcome.ok;
  }
  return {
    remedy: (issue, action, reason) => remedy(issue, action, reason),
    async remedyAll(issues) {
      for (const { issue } of issues) if (!(await remedy(issue, 'pseudonym', ''))) return false;
      return true;
    },
    async decide(issue, entryId) {
      const { place, start, end } = issue.where;
      if (place === null || start === null || end === null || issue.textHash === null) return false;
      const rowText = (place.table === 'action' || place.table === 'recommendation') && DECIDED.has(place.field);
      if (!rowText) {
        return entryId === null
          ? remedy(issue, 'keep', 'It is nobody on the register.')
          : remedy(issue, 'pseudonym', '', entryId);
      }
      const outcome = await decideCommand.run({ place, textHash: issue.textHash, start, end, entryId, everywhere: false });
      return outcome.ok;
    },
    cannot: may('publish.remedy'),
    pending: remedyCommand.pending || decideCommand.pending,
    error: remedyCommand.error ?? decideCommand.error,
  };
}
