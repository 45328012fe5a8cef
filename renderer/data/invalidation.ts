import type { Query, QueryClient } from '@tanstack/react-query';
import type { EventData } from '#shared/contract/events.ts';
import { type OutputOf, procedureOf } from '#shared/contract/index.ts';
import type { RpcClient } from '#shared/rpc/client.ts';

/** Of the session itself, not of the review: these hold no name and stay while they are asked again. */
const OWN: ReadonlySet<string> = new Set(['session.get', 'session.recent', 'session.help']);

export type Freshness = {
  /** The session may see other things than before: every answer is asked again. */
  sessionChanged(): void;
  stop(): void;
};

/** Queries that read every entry of the review. */
const SUMS: ReadonlySet<string> = new Set([
  'review.overview',
  'register.list',
  'thread.looseEnds',
  'gaps.list',
  'gaps.named',
  'periods.standing',
]);

/**
 * Keeps cached answers true to the core's events: after `rows.changed`, the queries whose `reads` meet the
 * changed tables run again; `session.changed` and `resync` drop everything. A query that is running is not
 * broken off: it runs once more afterwards, so that a storm of events neither starves it nor stacks up.
 */
export function keepFresh(client: RpcClient, cache: QueryClient): Freshness {
  const again = new Set<string>();

  function stale(meets: (name: string) => boolean): void {
    const shown: Query[] = [];
    for (const query of cache.getQueryCache().getAll()) {
      if (!meets(nameOf(query))) continue;
      query.invalidate();
      if (query.isActive()) shown.push(query);
    }
    // The core answers in the order it is asked: sums over the whole review wait until what was changed is shown.
    for (const query of shown.sort((a, b) => Number(SUMS.has(nameOf(a))) - Number(SUMS.has(nameOf(b))))) {
      if (query.state.fetchStatus === 'fetching') again.add(query.queryHash);
      else refetch(query);
    }
  }

  /**
   * What nobody looks at is forgotten; what is on screen goes blank and is asked again: an answer to an identified session
   * may not stand one moment longer in an anonymised one.
   */
  function sessionChanged(): void {
    cache.removeQueries({ type: 'inactive' });
    for (const query of cache.getQueryCache().getAll()) if (!OWN.has(nameOf(query))) query.reset();
    stale(() => true);
  }

  const stopEvents = client.onEvent((event) => {
    if (event.name === 'rows.changed') {
      const { changes } = event.data as EventData<'rows.changed'>;
      const tables = new Set(Object.keys(changes));
      stale((name) => isStale(name, tables));
    } else if (event.name === 'session.changed' || event.name === 'resync') {
      sessionChanged();
    }
  });
  // A new connection is a new session to the core: the view is said again before anything is believed.
  let away = false;
  const stopState = client.onState((state) => {
    if (state === 'lost') away = true;
    if (state !== 'open' || !away) return;
    away = false;
    const before = cache.getQueryData<OutputOf<'session.get'>>(['session.get', {}]);
    const again = before?.view === 'anonymised' ? client.call('session.setView', { view: 'anonymised' }) : Promise.resolve();
    again.then(sessionChanged, sessionChanged);
  });
  const stopCache = cache.getQueryCache().subscribe((notice) => {
    if (notice.type !== 'updated' || (notice.action.type !== 'success' && notice.action.type !== 'error')) return;
    const { query } = notice;
    if (!again.delete(query.queryHash) || !query.isActive()) return;
    query.invalidate();
    // After this dispatch is over: a query cannot be started from within its own ending.
    queueMicrotask(() => refetch(query));
  });
  return {
    sessionChanged,
    stop() {
      stopEvents();
      stopState();
      stopCache();
    },
  };
}

/** Does a change to these tables make this answer stale? Every change is a line of the history. */
export function isStale(name: string, tables: ReadonlySet<string>): boolean {
  if (name.startsWith('history.')) return true;
  const spec = procedureOf(name);
  return spec?.kind === 'query' && spec.reads.some((table) => tables.has(table));
}

function nameOf(query: Query): string {
  const [name] = query.queryKey;
  return typeof name === 'string' ? name : '';
}

function refetch(query: Query): void {
  // Failures are the query's own state; nobody waits for this promise.
  if (!query.isDisabled()) query.fetch().catch(() => undefined);
}
