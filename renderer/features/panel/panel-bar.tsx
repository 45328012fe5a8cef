import type { ReactNode } from 'react';
import { replaceParams } from '#renderer/data/route.ts';
import { count } from '#renderer/ui/date-text.tsx';
import { SegmentedControl } from '#renderer/ui/segmented-control.tsx';
import { memberWords } from './panel-words.ts';
import type { Show } from './remarks/use-remarks.ts';
import type { CopyLine } from './rounds/round-list.tsx';

export type PanelBarProps = {
  shown: Show | 'rounds';
  waiting: number;
  lines: readonly CopyLine[];
  copyId: string | undefined;
  onShow(shown: Show | 'rounds'): void;
};

/** What is shown: remarks, by state and by copy, or the rounds themselves. */
export function PanelBar({ shown, waiting, lines, copyId, onShow }: PanelBarProps): ReactNode {
  return (
    <>
      <SegmentedControl
        label="Show"
        value={shown}
        onChange={onShow}
        segments={[
          { value: 'waiting', label: `Remarks to settle ${count(waiting)}` },
          { value: 'settled', label: 'Settled' },
          { value: 'all', label: 'All remarks' },
          { value: 'rounds', label: `Rounds and copies ${count(lines.length)}` },
        ]}
      />
      {shown !== 'rounds' && (
        <select
          className="pl-input pl-pn-copy-filter pl-push"
          aria-label="Of which copy"
          value={copyId ?? ''}
          onChange={(event) => replaceParams({ copy: event.currentTarget.value || undefined, remark: undefined })}
        >
          <option value="">Every copy</option>
          {lines.map(({ round, copy }) => (
            <option key={copy.id} value={copy.id}>
              {round.number}.{copy.number} {memberWords(copy.member)}
            </option>
          ))}
        </select>
      )}
    </>
  );
}
