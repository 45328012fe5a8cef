import { closeReview } from './close-review.ts';
import { goTo } from './go-to.ts';
import { lock } from './lock.ts';
import { redo } from './redo.ts';
import type { AppCommand } from './registry.ts';
import { reviewPapers } from './review-papers.ts';
import { saveCopy } from './save-copy.ts';
import { start } from './start.ts';
import { switchView } from './switch-view.ts';
import { undo } from './undo.ts';
import { windowCommands } from './window.ts';

/** Every action that holds anywhere in the window, in the order of the palette. */
export const COMMANDS: readonly AppCommand[] = [
  ...start,
  ...goTo,
  undo,
  redo,
  switchView,
  saveCopy,
  ...reviewPapers,
  lock,
  closeReview,
  ...windowCommands,
];
