import { type KeyboardEvent, type ReactNode, useCallback, useMemo, useState } from 'react';
import type { SessionState } from '#shared/contract/session.ts';
import { useRoute } from '#renderer/data/route.ts';
import { useAgencies } from '#renderer/data/use-session.ts';
import { AgencyPatterns } from '#renderer/ui/agency-patterns.tsx';
import { FrameContext, type FrameSlots } from '#renderer/ui/frame-slots.tsx';
import { setPreferences, useMedia, usePreferences } from '#renderer/ui/preferences.ts';
import { ResizeHandle } from '#renderer/ui/split-panes.tsx';
import { DropZone } from './drop-zone.tsx';
import { Foot } from './foot.tsx';
import { PlacePage } from './places.tsx';
import { Rail } from './rail.tsx';
import { TopBar } from './top-bar.tsx';
import './frame.css';

const INSPECTOR = 'inspector';

/** The window of an open review: top, rail, middle, inspector, foot. */
export function Frame({ session }: { session: SessionState }): ReactNode {
  const { place } = useRoute();
  const preferences = usePreferences();
  const agencies = useAgencies();
  const narrow = useMedia('(max-width: 1099px)');
  const small = useMedia('(max-width: 1439px)');
  const large = useMedia('(min-width: 1920px)');
  const [inspector, setInspector] = useState<HTMLElement | null>(null);
  const [foot, setFoot] = useState<HTMLElement | null>(null);
  const [wideOpen, setWideOpen] = useState(true);
  const [narrowOpen, setNarrowOpen] = useState(false);
  const [placesOpen, setPlacesOpen] = useState(false);

  const icons = preferences.rail === 'icons' || (preferences.rail === 'auto' && small);
  const usual = small ? 320 : large ? 400 : 328;
  const width = preferences.widths[INSPECTOR] ?? usual;
  const inspectorOpen = narrow ? narrowOpen : wideOpen;
  const setInspectorOpen = useCallback((open: boolean) => (narrow ? setNarrowOpen : setWideOpen)(open), [narrow]);
  const slots: FrameSlots = useMemo(
    () => ({ inspector, foot, narrow, inspectorOpen, setInspectorOpen }),
    [inspector, foot, narrow, inspectorOpen, setInspectorOpen],
  );
  function escape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || !narrow) return;
    setPlacesOpen(false);
    setNarrowOpen(false);
  }
  const colours = [...agencies.values()].map((agency) => agency.colour);
  return (
    <FrameContext value={slots}>
      <div className="pl-frame" data-narrow={narrow || undefined} data-icons={icons || undefined} onKeyDown={escape}>
        <a className="pl-skip" href="#pl-work" onClick={(event) => skip(event.currentTarget.ownerDocument, event)}>
          Skip to the work
        </a>
        <TopBar
          session={session}
          narrow={narrow}
          places={narrow ? { open: placesOpen, toggle: () => setPlacesOpen(!placesOpen) } : undefined}
        />
        {narrow ? (
          placesOpen && <Rail icons={false} id="pl-places" onGone={() => setPlacesOpen(false)} />
        ) : (
          <Rail icons={icons} />
        )}
        <main id="pl-work" className="pl-work" data-pane="Work" tabIndex={-1} data-quiet-focus>
          <PlacePage place={place === 'start' ? 'overview' : place} />
        </main>
        <aside className="pl-details" aria-label="Details">
          <ResizeHandle
            label="Width of details"
            value={width}
            min={260}
            max={640}
            side="after"
            onChange={(next) => setPreferences({ widths: { ...preferences.widths, [INSPECTOR]: next } })}
          />
          <div
            ref={setInspector}
            className="pl-details-slot"
            data-pane="Details"
            tabIndex={-1}
            data-quiet-focus
            style={narrow ? undefined : { width }}
          />
        </aside>
        <Foot session={session} slot={setFoot} />
      </div>
      <DropZone />
      <AgencyPatterns colours={colours} />
    </FrameContext>
  );
}

function skip(page: Document, event: { preventDefault(): void }): void {
  // The hash is the route, so the link may not change it.
  event.preventDefault();
  page.getElementById('pl-work')?.focus();
}
