import type { PageBeside } from '#shared/contract/chronology.ts';
import type { EventFilter } from '#shared/contract/event-filter.ts';
import type { Layout } from '#shared/contract/views.ts';
import { type Child, childrenOf } from '#shared/chronology/age-at.ts';
import { filterSentence } from '#shared/chronology/filter-words.ts';
import { dateLabel, formatDay } from '#shared/dates/format.ts';
import type { EventRow } from '#shared/model/chronology-event.ts';
import { selectRows } from '../../../db/store.ts';
import type { ReadDb } from '../../../db/sql.ts';
import type { ReadContext } from '../../../kernel/implement.ts';
import { labelOf } from '../../../kernel/lens.ts';
import { readStep } from '../../../kernel/steps.ts';
import type { ListGroup } from '../groups.ts';
import { anchorsOf, visibleEventsFrom } from '../list.ts';
import { toRows } from '../reads.ts';

/** What a printed chronology says besides its entries, as this session sees it. */
export type PaperFacts = {
  reference: string;
  partnership: string;
  sentence: string;
  viewName: string | null;
  total: number;
  all: number;
  /** Accounts that match and stand beneath another of their event. */
  beneath: number;
  groups: (ListGroup & { name: string })[] | null;
  agencies: Record<string, { name: string; letters: string }>;
  themes: Record<string, string>;
  children: Child[];
};

export const paperFacts = readStep(
  'paperFacts',
  (db, input: { filter: EventFilter; layout: Layout; viewName: string | null }, ctx): PaperFacts => {
    const { lens } = ctx;
    const review = selectRows(db, 'review')[0];
    const text = (name: string): string => String(review?.[name] ?? '');
    const agencies = Object.fromEntries(
      selectRows(db, 'agency').map((row) => [row.id, { name: lens.prose(String(row['name'])), letters: String(row['letters']) }]),
    );
    const themes = Object.fromEntries(selectRows(db, 'theme').map((row) => [row.id, lens.prose(String(row['name']))]));
    const { group } = input.layout;
    const { total, all, beneath = 0, groups } = anchorsOf(db, lens, input.filter, group ?? undefined);
    const names: Record<string, string> = group === 'agency' ? mapNames(agencies) : themes;
    const headingOf = (key: string | null): string => {
      if (key === null) return group === 'theme' ? 'No theme' : 'No date';
      return group === 'day' ? formatDay(key) : (names[key] ?? '');
    };
    return {
      reference: text('reference'),
      partnership: text('partnership'),
      sentence: filterSentence(input.filter, filterNames(db, ctx, agencies, themes)),
      viewName: input.viewName === null ? null : lens.prose(input.viewName),
      total,
      all,
      beneath,
      groups: groups?.map((one) => ({ ...one, name: headingOf(one.key) })) ?? null,
      agencies,
      themes,
      children:
        lens.view === 'identified' ? childrenOf(lens.register(), text('subject'), text('scopeTo') || ctx.now.slice(0, 10)) : [],
    };
  },
);

const mapNames = (agencies: Record<string, { name: string }>): Record<string, string> =>
  Object.fromEntries(Object.entries(agencies).map(([id, { name }]) => [id, name]));

function filterNames(db: ReadDb, { lens }: ReadContext, agencies: PaperFacts['agencies'], themes: PaperFacts['themes']) {
  const person = (id: string): string => {
    const entry = lens.register().find((one) => one.id === id);
    return entry === undefined
      ? 'somebody no longer on the register'
      : lens.view === 'identified'
        ? entry.realName
        : labelOf(entry);
  };
  const returnOf = (id: string): string => {
    const row = selectRows(db, 'agencyReturn').find((one) => one.id === id);
    return row ? lens.fileName(String(row['file'])) : 'a return that is gone';
  };
  return {
    agency: (id: string): string => agencies[id]?.name ?? 'an agency that is gone',
    theme: (id: string): string => themes[id] ?? 'a theme that is gone',
    person,
    returnOf,
  };
}

/** A row as it goes onto paper: what was written of its date and its problems are seen through the session's eyes too. */
export const paperPage = readStep(
  'paperPage',
  (
    db,
    input: { filter: EventFilter; from: number | null; limit: number; beside: PageBeside },
    ctx,
  ): { rows: EventRow[]; next: number | null } => {
    const { lens } = ctx;
    const page = visibleEventsFrom(db, lens, input.filter, input.from, input.limit);
    const rows = toRows(db, lens, page.events, [], input.beside, page.beneath).map((row) => ({
      ...row,
      dateLabel: dateLabel(row.date),
      date: {
        ...row.date,
        asWritten: lens.prose(row.date.asWritten),
        problems: row.date.problems.map((problem) => ({ ...problem, message: lens.prose(problem.message) })),
      },
    }));
    return { rows, next: page.next };
  },
);
