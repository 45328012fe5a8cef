import { initial } from './0010-initial.ts';
import { search } from './0020-search.ts';
import type { Migration } from './migration.ts';

/** Every step, in order. */
export const MIGRATIONS: readonly Migration[] = [initial, search];
export const NEWEST_VERSION = MIGRATIONS.at(-1)!.version;
