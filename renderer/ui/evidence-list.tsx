import { ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Evidence } from '#shared/model/analysis.ts';
import { type AgencyLook, AgencyTag } from './agency-tag.tsx';
import { LinkButton } from './button.tsx';
import './evidence-list.css';

export type EvidenceOrder = 'date' | 'agency';
export const EVIDENCE_ORDERS: readonly { value: EvidenceOrder; label: string }[] = [
  { value: 'date', label: 'By date' },
  { value: 'agency', label: 'By agency' },
];

/** As much of an entry as the list shows. */
export type ListedEntry = Pick<Evidence, 'id' | 'eventId' | 'agencyId' | 'ref' | 'dateLabel' | 'text' | 'note'>;
export type EvidenceListProps<Item extends ListedEntry> = {
  label: string;
  /** In the order of the chronology. */
  items: readonly Item[];
  agencies: ReadonlyMap<string, AgencyLook>;
  order: EvidenceOrder;
  href(eventId: string): string;
  /** More than this are one button away. */
  most?: number;
  /** Under an entry: what can be done with it here. */
  actions?: (item: Item) => ReactNode;
};

/** Entries that a finding leans on: letters, reference, date as understood, two lines of what was written. */
export function EvidenceList<Item extends ListedEntry>({
  label,
  items,
  agencies,
  order,
  href,
  most = 5,
  actions,
}: EvidenceListProps<Item>): ReactNode {
  const [all, setAll] = useState(false);
  const name = (item: Item): string => agencies.get(item.agencyId)?.name ?? '';
  const sorted = order === 'date' ? items : [...items].sort((a, b) => name(a).localeCompare(name(b), 'en-GB'));
  const shown = all ? sorted : sorted.slice(0, most);
  const more = sorted.length - shown.length;
  return (
    <>
      <ul className="pl-evidence" aria-label={label}>
        {shown.map((item, i) => {
          const agency = agencies.get(item.agencyId);
          const heads = order === 'agency' && agency && shown[i - 1]?.agencyId !== item.agencyId;
          return (
            <li key={item.id}>
              {heads && (
                <p className="pl-evidence-agency">
                  <AgencyTag agency={agency} />
                </p>
              )}
              <a href={href(item.eventId)} className="pl-evidence-entry">
                <span className="pl-evidence-head">
                  {agency && !heads && order === 'date' && <AgencyTag agency={agency} lettersOnly />}
                  <span className="pl-evidence-ref">{String(item.ref).padStart(4, '0')}</span>
                  <span className="pl-dim">{item.dateLabel}</span>
                  <ChevronRight size={14} aria-hidden />
                </span>
                <span className="pl-evidence-text">{item.text}</span>
                {item.note && <span className="pl-evidence-note">{item.note}</span>}
              </a>
              {actions?.(item)}
            </li>
          );
        })}
      </ul>
      {more > 0 && <LinkButton onClick={() => setAll(true)}>{more} more</LinkButton>}
      {all && items.length > most && <LinkButton onClick={() => setAll(false)}>Fewer</LinkButton>}
    </>
  );
}
