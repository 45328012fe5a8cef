import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useOpening } from '#renderer/data/opening.ts';
import { go, useRoute } from '#renderer/data/route.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWorkbench } from '#renderer/data/workbench.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { Frame } from './frame.tsx';
import { LockScreen } from './lock-screen.tsx';
import { loadAhead } from './places.tsx';
import { StartFrame } from './start-frame.tsx';
import { useConnection } from './use-connection.ts';

const StartPage = lazy(async () => ({ default: (await import('#renderer/features/start/start-page.tsx')).StartPage }));

/** Which window this is: Start, an open review, or a locked one. */
export function SessionGate(): ReactNode {
  const { data: session, error } = useQuery('session.get', {});
  const connection = useConnection();
  const { cache } = useWorkbench();
  const route = useRoute();
  const [shown, setShown] = useState<string | null>(null);
  const reviewId = session?.reviewId ?? null;
  const open = session?.state === 'open';

  // Answers of one review are never shown in another.
  if (session && session.state !== 'locked' && reviewId !== shown) setShown(reviewId);
  useEffect(() => {
    if (shown === null) cache.removeQueries({ predicate: (query) => !String(query.queryKey[0]).startsWith('session.') });
  }, [cache, shown]);
  useEffect(() => {
    if (open && route.place === 'start') go('overview');
    if (session?.state === 'none' && route.place !== 'start' && route.place !== 'help') go('start');
  }, [open, session?.state, route.place]);

  const opening = useOpening() !== null;
  useEffect(() => {
    if (opening) loadAhead();
  }, [opening]);

  if (connection === 'refused') {
    return (
      <EmptyState title="This window is older than the program that serves it">
        Plumbline was started anew with another version. What was saved is kept. Close this window and open it again.
      </EmptyState>
    );
  }
  if (error && !session) return <ErrorNote error={error} />;
  if (!session) return null;
  if (session.state === 'none') {
    return (
      <StartFrame>
        <Suspense fallback={null}>
          <StartPage />
        </Suspense>
      </StartFrame>
    );
  }
  const locked = session.state === 'locked';
  return (
    <>
      {/* Kept while locked, so that what was being typed is not lost; covered and out of reach. */}
      {shown !== null && shown === reviewId && (
        <div hidden={locked} inert={locked} className="pl-window">
          <Frame key={shown} session={session} />
        </div>
      )}
      {locked && <LockScreen reference={session.reference} />}
    </>
  );
}
