import type { ReactNode } from 'react';
import type { AccountHead } from '#shared/model/accounts.ts';
import { useAgencies } from '#renderer/data/use-session.ts';
import { AgencyTag } from '#renderer/ui/agency-tag.tsx';
import { refLabel } from '../grid/entry-row.tsx';

/** Agency, number and date of an account on one line. */
export function HeadLine({ head }: { head: Pick<AccountHead, 'agencyId' | 'ref' | 'dateLabel' | 'time'> }): ReactNode {
  const agency = useAgencies().get(head.agencyId);
  return (
    <span className="pl-same-head">
      {agency && <AgencyTag agency={agency} lettersOnly />}
      <span className="pl-same-ref">{refLabel(head.ref)}</span>
      <span className="pl-dim">
        {head.dateLabel}
        {head.time && `, ${head.time}`}
      </span>
    </span>
  );
}
