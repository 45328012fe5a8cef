import type { ReactNode } from 'react';
import { replaceParams } from '#renderer/data/route.ts';
import { SegmentedControl } from '#renderer/ui/segmented-control.tsx';

/** Between the files that came and who was asked for them. */
export function ReturnsSwitch({ shown }: { shown: 'files' | 'tracker' }): ReactNode {
  return (
    <SegmentedControl
      label="Show"
      value={shown}
      segments={[
        { value: 'files', label: 'Files' },
        { value: 'tracker', label: 'Tracker' },
      ]}
      onChange={(next) => replaceParams({ show: next === 'tracker' ? 'tracker' : undefined })}
    />
  );
}
