import { go, type Place, type RouteParams } from '#renderer/data/route.ts';
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

/** Pages within a place, found by name from anywhere. */
const PAGES: readonly { id: string; label: string; place: Place; params: RouteParams; words: string; letter?: string }[] = [
  {
    id: 'same',
    label: 'Same event',
    place: 'chronology',
    params: { show: 'same' },
    words: 'accounts duplicates group several',
    letter: 'S',
  },
  {
    id: 'contradictions',
    label: 'Contradictions',
    place: 'chronology',
    params: { show: 'same', list: 'contradictions' },
    words: 'accounts disagree conflict',
  },
  {
    id: 'missing',
    label: 'What is missing',
    place: 'chronology',
    params: { show: 'missing' },
    words: 'gaps no contact period silence',
    letter: 'M',
  },
  {
    id: 'matrix',
    label: 'Themes by agency',
    place: 'chronology',
    params: { show: 'matrix' },
    words: 'matrix counts quarters',
    letter: 'T',
  },
  {
    id: 'challenges',
    label: 'Accuracy challenges',
    place: 'chronology',
    params: { show: 'challenges' },
    words: 'wrong dispute fact',
    letter: 'H',
  },
  { id: 'tracker', label: 'Tracker of returns', place: 'returns', params: { show: 'tracker' }, words: 'asked due reminded' },
  {
    id: 'rounds',
    label: 'Rounds and copies',
    place: 'panel',
    params: { show: 'rounds' },
    words: 'panel comment word members sent',
  },
];

const pages = PAGES.map(
  ({ id, label, place, params, words, letter }): AppCommand => ({
    id: `go.${id}`,
    label,
    group: 'Go to',
    words,
    ...(letter ? { keys: [`G ${letter}`] } : {}),
    shown: isOpen,
    run: () => go(place, params),
  }),
);

const places = RAIL.map(
  ({ place, label, letter }): AppCommand => ({
    id: `go.${place}`,
    label,
    group: 'Go to',
    keys: [`G ${letter}`],
    shown: isOpen,
    run: () => go(place),
  }),
);

export const goTo: readonly AppCommand[] = [...places, ...pages];
