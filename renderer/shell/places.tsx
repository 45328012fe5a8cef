import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import type { Place } from '#renderer/data/route.ts';
import { ErrorBoundary } from './error-boundary.tsx';

/** Each place is loaded when it is first gone to. */
const PAGES: Record<Exclude<Place, 'start'>, ComponentType> = {
  overview: lazy(async () => ({ default: (await import('#renderer/features/overview/overview-page.tsx')).OverviewPage })),
  returns: lazy(async () => ({ default: (await import('#renderer/features/returns/returns-page.tsx')).ReturnsPage })),
  chronology: lazy(async () => ({ default: (await import('#renderer/features/chronology/chronology-page.tsx')).ChronologyPage })),
  people: lazy(async () => ({ default: (await import('#renderer/features/people/people-page.tsx')).PeoplePage })),
  analysis: lazy(async () => ({ default: (await import('#renderer/features/analysis/analysis-page.tsx')).AnalysisPage })),
  recommendations: lazy(async () => ({
    default: (await import('#renderer/features/recommendations/recommendations-page.tsx')).RecommendationsPage,
  })),
  publish: lazy(async () => ({ default: (await import('#renderer/features/publish/publish-page.tsx')).PublishPage })),
  panel: lazy(async () => ({ default: (await import('#renderer/features/panel/panel-page.tsx')).PanelPage })),
  actions: lazy(async () => ({ default: (await import('#renderer/features/actions/actions-page.tsx')).ActionsPage })),
  activity: lazy(async () => ({ default: (await import('#renderer/features/activity/activity-page.tsx')).ActivityPage })),
  help: lazy(async () => ({ default: (await import('#renderer/features/help/help-page.tsx')).HelpPage })),
  recovery: lazy(async () => ({ default: (await import('#renderer/features/start/recovery-page.tsx')).RecoveryPage })),
};

/** Where an opened review begins and where most go next: fetched while its passphrase is typed. */
export function loadAhead(): void {
  void Promise.all([
    import('#renderer/features/overview/overview-page.tsx'),
    import('#renderer/features/chronology/chronology-page.tsx'),
  ]).catch(() => undefined);
}

/** The page of a place. Nothing is shown while it loads: under 300 ms it would only flicker. */
export function PlacePage({ place }: { place: Exclude<Place, 'start'> }): ReactNode {
  const Shown = PAGES[place];
  return (
    <ErrorBoundary where="place" place={place}>
      <Suspense fallback={null}>
        <Shown />
      </Suspense>
    </ErrorBoundary>
  );
}
