import type { ReactNode } from 'react';
import { useRoute } from '#renderer/data/route.ts';
import { useMedia } from '#renderer/ui/preferences.ts';
import { DropZone } from './drop-zone.tsx';
import { Foot } from './foot.tsx';
import { PlacePage } from './places.tsx';
import { TopBar } from './top-bar.tsx';
import './frame.css';
import './start-frame.css';

/** The window while no review is open. */
export function StartFrame({ children }: { children: ReactNode }): ReactNode {
  const { place } = useRoute();
  const narrow = useMedia('(max-width: 1099px)');
  return (
    <>
      <div className="pl-start-frame">
        <TopBar session={undefined} narrow={narrow} />
        <main id="pl-work" className="pl-work" data-pane="Start">
          {place === 'help' ? <PlacePage place="help" /> : children}
        </main>
        <Foot session={undefined} left="No review open" />
      </div>
      <DropZone />
    </>
  );
}
