import { COMMAND_PAGES } from './command-line.ts';
import type { HelpPage } from './help-page.ts';
import { PLACE_PAGES } from './places.ts';
import { RELEASE_PAGES } from './release.ts';

export type { HelpPage } from './help-page.ts';

/** The help pages, in reading order. */
export const HELP_PAGES: readonly HelpPage[] = [...PLACE_PAGES, ...RELEASE_PAGES, ...COMMAND_PAGES];
