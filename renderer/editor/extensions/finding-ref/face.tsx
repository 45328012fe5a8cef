import type { ReactNode } from 'react';
import { useDesk } from '../../desk.ts';
import { labelReference } from '../../faces.ts';

export const findingRefFace = (_key: string, id: string): ReactNode => <FindingRefFace id={id} />;

function FindingRefFace({ id }: { id: string }): ReactNode {
  const { findings, openFinding } = useDesk();
  const finding = findings.get(id);
  const label = finding ? `Finding ${finding.number}` : 'Finding no longer in the review';
  if (finding) labelReference(id, label);
  return (
    <button
      type="button"
      className="pl-ref"
      data-gone={finding ? undefined : true}
      title={finding ? 'Open in Analysis' : undefined}
      onClick={() => finding && openFinding(id)}
    >
      {label}
    </button>
  );
}
