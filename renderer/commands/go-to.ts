import { go, type Place } from '#renderer/data/route.ts';
import { type AppCommand, isOpen } from './registry.ts';

/** Rail order. A place that is not built yet is not here, so it is nowhere. */
export const RAIL: readonly { place: Place; label: string; letter: string; group: string | null }[] = [
  { place: 'overview', label: 'Overview', letter: 'O', group: null },
  { place: 'returns', label: 'Returns', letter: 'R', group: 'Evidence' },
  { place: 'chronology', label: 'Chronology', letter: 'C', group: 'Evidence' },
  { place: 'people', label: 'People', letter: 'P', group: 'Evidence' },
  { place: 'analysis', label: 'Analysis', letter: 'A', group: 'Analysis' },
  { place: 'recommendations', label: 'Recommendations', letter: 'E', group: 'Analysis' },
  { place: 'publish', label: 'Publish', letter: 'U', group: 'Release' },
  { place: 'panel', label: 'Review panel', letter: 'V', group: 'Release' },
  { place: 'actions', label: 'Actions', letter: 'K', group: 'Release' },
  { place: 'activity', label: 'Activity', letter: 'Y', group: 'Record' },
];

export const goTo: readonly AppCommand[] = RAIL.map(({ place, label, letter }) => ({
  id: `go.${place}`,
  label,
  group: 'Go to',
  keys: [`G ${letter}`],
  shown: isOpen,
  run: () => go(place),
}));
