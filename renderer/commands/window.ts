import { go } from '#renderer/data/route.ts';
import type { AppCommand } from './registry.ts';

/** What concerns the window and not the review. */
export const windowCommands: readonly AppCommand[] = [
  {
    id: 'palette',
    label: 'Find, go to, or do…',
    group: 'Window',
    keys: ['Ctrl+K'],
    run: ({ window }) => window.openPalette(),
  },
  {
    id: 'shortcuts',
    label: 'Keyboard shortcuts',
    group: 'Window',
    keys: ['Ctrl+/'],
    words: 'keys help',
    run: ({ window }) => window.openShortcuts(),
  },
  { id: 'help', label: 'Help', group: 'Window', keys: ['F1'], words: 'how guide manual', run: () => go('help') },
  // Chromium keeps F6 for its own bars, so a page in a browser is given Ctrl+F6 as well.
  { id: 'pane.next', label: 'Next pane', group: 'Window', keys: ['F6', 'Ctrl+F6'], run: ({ window }) => window.nextPane(false) },
  {
    id: 'pane.previous',
    label: 'Previous pane',
    group: 'Window',
    keys: ['Shift+F6', 'Ctrl+Shift+F6'],
    run: ({ window }) => window.nextPane(true),
  },
  {
    id: 'scheme.auto',
    label: 'Colours as the computer has them',
    group: 'Window',
    run: ({ window }) => window.setScheme('auto'),
  },
  { id: 'scheme.light', label: 'Light colours', group: 'Window', words: 'theme', run: ({ window }) => window.setScheme('light') },
  {
    id: 'scheme.dark',
    label: 'Dark colours',
    group: 'Window',
    words: 'theme night',
    run: ({ window }) => window.setScheme('dark'),
  },
  {
    id: 'contrast',
    label: 'High contrast on or off',
    group: 'Window',
    words: 'colours accessibility black white',
    run: ({ window }) => window.toggleContrast(),
  },
  {
    id: 'patterns',
    label: 'Patterns on agency bars on or off',
    group: 'Window',
    words: 'colour blind accessibility',
    run: ({ window }) => window.togglePatterns(),
  },
  {
    id: 'rail',
    label: 'Narrow or widen the rail',
    group: 'Window',
    words: 'collapse menu sidebar',
    shown: ({ session }) => session?.state === 'open',
    run: ({ window }) => window.toggleRail(),
  },
  {
    id: 'singleKeys',
    label: 'One-letter shortcuts on or off',
    group: 'Window',
    words: 'keys keyboard accessibility',
    run: ({ window }) => window.toggleSingleKeys(),
  },
];
