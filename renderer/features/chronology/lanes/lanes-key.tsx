import type { ReactNode } from 'react';
import type { LanesBy } from '#shared/contract/lanes.ts';
import { LinkButton } from '#renderer/ui/button.tsx';
import { counted } from '#renderer/ui/date-text.tsx';

export type LanesKeyProps = {
  by: LanesBy;
  undated: number;
  stale: boolean;
  boxed: boolean;
  asList: boolean;
  onAsList(asList: boolean): void;
};

/** What the marks mean, and the way to the list that says the same. */
export function LanesKey({ by, undated, stale, boxed, asList, onAsList }: LanesKeyProps): ReactNode {
  return (
    <div className="pl-ln-key">
      {!asList && (
        <>
          {by === 'agency' && (
            <span>
              <svg width="24" height="10" aria-hidden="true" focusable="false">
                <rect width="24" height="10" fill="url(#pl-ln-hatch)" />
              </svg>
              No contact recorded
            </span>
          )}
          <span>
            <svg width="24" height="10" aria-hidden="true" focusable="false" className="pl-ln-span">
              <line x1="1" x2="23" y1="5" y2="5" strokeDasharray="3 2" />
              <line x1="1" x2="1" y1="2" y2="8" />
              <line x1="23" x2="23" y1="2" y2="8" />
            </svg>
            Date uncertain
          </span>
          <span>
            <svg width="12" height="12" aria-hidden="true" focusable="false">
              <path d="M6 1l5 5-5 5-5-5z" className="pl-ln-selected" />
            </svg>
            Selected entry
          </span>
        </>
      )}
      {undated > 0 && <span>{counted(undated, 'entry', 'entries')} without a date not drawn</span>}
      {stale && <span>Mentions were counted before the last change</span>}
      <span className="pl-push pl-row">
        {boxed && <span>Box: rows in view</span>}
        <LinkButton onClick={() => onAsList(!asList)}>{asList ? 'The list as lanes' : 'Lanes as a list'}</LinkButton>
      </span>
    </div>
  );
}
