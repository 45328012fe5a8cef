import { Maximize2, Minimize2, Minus, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { LanesBy } from '#shared/contract/lanes.ts';
import { hrefTo } from '#renderer/data/route.ts';
import { Button, IconButton, LinkButton } from '#renderer/ui/button.tsx';
import { SegmentedControl } from '#renderer/ui/segmented-control.tsx';
import { Toolbar } from '#renderer/ui/toolbar.tsx';
import { windowLabel } from './time-window.ts';
import type { Zoom } from './use-time-window.ts';

export type LanesBarProps = {
  by: LanesBy;
  onBy(by: LanesBy): void;
  zoom: Zoom | null;
  scoped: boolean;
  onScope(): void;
  onWhole(): void;
  alone: boolean;
  onAlone(alone: boolean): void;
  onHide?: (() => void) | undefined;
  gaps: number;
};

/** By what the lanes are, how near, and where to. */
export function LanesBar(props: LanesBarProps): ReactNode {
  const { by, onBy, zoom, scoped, onScope, onWhole, alone, onAlone, onHide, gaps } = props;
  return (
    <div className="pl-ln-bar-row">
      <Toolbar label="Lanes">
        <SegmentedControl
          label="Lanes by"
          value={by}
          onChange={onBy}
          segments={[
            { value: 'agency', label: 'Agency' },
            { value: 'person', label: 'Person' },
            { value: 'theme', label: 'Theme' },
          ]}
        />
        {zoom && (
          <>
            <span className="pl-row" style={{ gap: 0 }}>
              <IconButton bar label="Farther" icon={<Minus size={14} aria-hidden />} onClick={() => zoom.farther()} />
              <IconButton bar label="Nearer" icon={<Plus size={14} aria-hidden />} onClick={() => zoom.nearer()} />
            </span>
            {scoped && (
              <Button bar look="quiet" onClick={onScope}>
                Period under review
              </Button>
            )}
            <Button bar look="quiet" onClick={onWhole}>
              All years
            </Button>
            <span className="pl-2 pl-nowrap">{windowLabel(zoom.window)}</span>
          </>
        )}
      </Toolbar>
      <span className="pl-push pl-row">
        {by === 'theme' && <a href={hrefTo('chronology', { show: 'matrix' })}>Themes by agency</a>}
        <a href={hrefTo('chronology', { show: 'missing' })} className="pl-nowrap">
          What is missing{gaps > 0 && ` (${gaps})`}
        </a>
        {onHide && <LinkButton onClick={onHide}>Hide lanes</LinkButton>}
        <IconButton
          bar
          label={alone ? 'Lanes and list' : 'Lanes fill the page'}
          icon={alone ? <Minimize2 size={14} aria-hidden /> : <Maximize2 size={14} aria-hidden />}
          onClick={() => onAlone(!alone)}
        />
      </span>
    </div>
  );
}
