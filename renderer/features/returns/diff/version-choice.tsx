import { type ReactNode, useId } from 'react';
import type { AgencyReturn, ReturnPreview } from '#shared/contract/returns.ts';
import type { Agency } from '#shared/contract/review.ts';
import { SegmentedControl } from '#renderer/ui/segmented-control.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';

export type PendingSide = 'changes' | 'columns';
export type VersionChoiceProps = {
  preview: ReturnPreview;
  /** The return that the file corrects; null: a new one. */
  target: string | null;
  /** A person said so; else it was taken from the file. */
  said: boolean;
  returns: readonly AgencyReturn[];
  agencies: ReadonlyMap<string, Agency>;
  side: PendingSide;
  onSide(side: PendingSide): void;
  onTarget(target: string | null): void;
};

/** Whether a file is a new return or a later version of one: guessed, said why, changed by a choice. */
export function VersionChoice(props: VersionChoiceProps): ReactNode {
  const { preview, target, said, returns, agencies, side, onSide, onTarget } = props;
  const id = useId();
  const open = returns.filter(({ state }) => state !== 'withdrawn');
  if (open.length === 0) return null;
  const nameOf = (one: AgencyReturn): string =>
    `${one.agencyIds.map((agency) => agencies.get(agency)?.name ?? '').join(', ') || one.file} · ${one.file}`;
  const why = said ? null : whyWords(preview);
  return (
    <div className="pl-rt-version-choice">
      <label htmlFor={id}>This file is</label>
      <select id={id} className="pl-input" value={target ?? ''} onChange={(event) => onTarget(event.currentTarget.value || null)}>
        <option value="">a new return</option>
        {open.map((one) => (
          <option key={one.id} value={one.id}>
            a later version of {nameOf(one)}
          </option>
        ))}
      </select>
      {why && <StatusMark status={preview.earlier?.because === 'rows' ? 'look' : 'note'}>{why}</StatusMark>}
      {target !== null && (
        <span className="pl-push">
          <SegmentedControl<PendingSide>
            label="What is shown of this file"
            value={side}
            onChange={onSide}
            segments={[
              { value: 'changes', label: 'What changed' },
              { value: 'columns', label: 'Columns and dates' },
            ]}
          />
        </span>
      )}
    </div>
  );
}

function whyWords({ earlier }: ReturnPreview): string | null {
  if (!earlier) return null;
  if (earlier.because === 'bytes') return 'The same file is in already';
  if (earlier.because === 'name') return 'By its name';
  return earlier.sameRows > 0 ? `A guess: ${earlier.sameRows} entries say the same` : 'A guess by its name';
}
