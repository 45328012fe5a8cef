import { useSyncExternalStore } from 'react';

/** The places of the window. `start`, `help` and `recovery` are pages without a line in the rail. */
export const PLACES = [
  'start',
  'overview',
  'returns',
  'chronology',
  'people',
  'analysis',
  'recommendations',
  'publish',
  'panel',
  'actions',
  'activity',
  'help',
  'recovery',
] as const;
export type Place = (typeof PLACES)[number];
/** Parameters hold ids, reference numbers and choices; never a name or a text of the case. */
export type RouteParams = Readonly<Record<string, string>>;
export type Route = { place: Place; params: RouteParams };

const isPlace = (name: string): name is Place => (PLACES as readonly string[]).includes(name);

/** `#/chronology?entry=…` → route. What is not one of ours is Overview. */
export function readRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  return { place: isPlace(path) ? path : 'overview', params: Object.fromEntries(new URLSearchParams(query)) };
}

export function hrefTo(place: Place, params: RouteParams = {}): string {
  const query = new URLSearchParams(params).toString();
  return `#/${place}${query ? `?${query}` : ''}`;
}

let cached: { hash: string; route: Route } | null = null;
function current(): Route {
  if (cached?.hash !== location.hash) cached = { hash: location.hash, route: readRoute(location.hash) };
  return cached.route;
}
const REPLACED = 'plumbline:replaced';
function listen(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  window.addEventListener(REPLACED, changed);
  return () => {
    window.removeEventListener('hashchange', changed);
    window.removeEventListener(REPLACED, changed);
  };
}

export function useRoute(): Route {
  return useSyncExternalStore(listen, current, current);
}
export const currentRoute = (): Route => current();

/** Goes to a place; the browser's Back returns. */
export function go(place: Place, params: RouteParams = {}): void {
  location.hash = hrefTo(place, params);
}

/** Changes parameters of this place without a step in the browser's history (a selection, a filter). */
export function replaceParams(params: Readonly<Record<string, string | undefined>>): void {
  const { place, params: old } = current();
  const next = Object.entries({ ...old, ...params }).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const href = hrefTo(place, Object.fromEntries(next));
  if (href === location.hash) return;
  history.replaceState(history.state, '', href);
  window.dispatchEvent(new Event(REPLACED));
}
