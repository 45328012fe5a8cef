import { aggregates } from './0100-aggregates.ts';
import { gaps } from './0040-gaps.ts';
import { initial } from './0010-initial.ts';
import { accounts } from './0050-accounts.ts';
import { search } from './0020-search.ts';
import { returnVersions } from './0030-return-versions.ts';
import { tracker } from './0080-tracker.ts';
import { discussion } from './0070-discussion.ts';
import { views } from './0060-views.ts';
import { panel } from './0090-panel.ts';
import { passages } from './0110-passages.ts';
import { searchLoad } from './0120-search-load.ts';
import { packed } from './0130-packed.ts';
import { publicationRules } from './0180-publication-rules.ts';
import { proceedings } from './0190-proceedings.ts';
import type { Migration } from './migration.ts';

/** Every step, in order. */
export const MIGRATIONS: readonly Migration[] = [
  initial,
  search,
  returnVersions,
  gaps,
  accounts,
  views,
  discussion,
  tracker,
  panel,
  aggregates,
  passages,
  searchLoad,
  packed,
  publicationRules,
  proceedings,
];
/** Steps that make tables derived from the rows: in a file that has rows they are filled before anyone looks. */
export const MAKES_DERIVED: readonly number[] = [search.version, packed.version];
export const NEWEST_VERSION = MIGRATIONS.at(-1)!.version;
