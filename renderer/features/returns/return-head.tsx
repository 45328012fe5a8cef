import type { ReactNode } from 'react';
import type { AgencyReturn, ReturnPreview } from '#shared/contract/returns.ts';
import type { Agency } from '#shared/contract/review.ts';
import { AgencyTag } from '#renderer/ui/agency-tag.tsx';
import { KeptHead } from './kept/kept-view.tsx';
import { counted } from '#renderer/ui/date-text.tsx';
import type { PendingReturn } from './pending/pending-return.ts';

export type ReturnHeadProps = {
  tally: string;
  pending: PendingReturn | undefined;
  preview: ReturnPreview | null;
  kept: AgencyReturn | undefined;
  agencies: ReadonlyMap<string, Agency>;
  identified: boolean;
};

/** Beside the place's name: how many are in, and over the other column which return is in hand. */
export function ReturnHead({ tally, pending, preview, kept, agencies, identified }: ReturnHeadProps): ReactNode {
  const own = kept?.agencyIds.flatMap((id) => agencies.get(id) ?? []) ?? [];
  const named =
    pending && identified ? (pending.agency ?? (preview?.agencies.length === 1 ? preview.agencies[0] : undefined)) : undefined;
  const known = named ? [...agencies.values()].filter(({ name }) => name.toLowerCase() === named.toLowerCase()) : own;
  const [only] = known.length === 1 ? known : [];
  const title = pending
    ? (named ?? (identified ? 'New return' : 'A file to be read'))
    : own.map(({ name }) => name).join(', ') || kept?.file;
  return (
    <div className="pl-rt-head">
      <span className="pl-rt-tally">{tally}</span>
      {(pending ?? kept) && (
        <div className="pl-rt-inhand">
          {only && <AgencyTag agency={only} lettersOnly />}
          <h2>{title}</h2>
          <span className="pl-clip">
            {kept && <KeptHead one={kept} />}
            {pending && identified && pending.name}
            {preview && ` · ${counted(preview.rowsRead, 'row')} read`}
          </span>
          {pending && <span className="pl-nowrap">Nothing is added until you say so</span>}
        </div>
      )}
    </div>
  );
}
