import type { PageCommand } from '#renderer/commands/page-commands.ts';
import type { CommandName } from '#shared/contract/index.ts';
import { go } from '#renderer/data/route.ts';
import { aboutWords, wordsInHand } from '../passages/words-in-hand.ts';
import { wordsInList } from '../passages/words-in-list.ts';
import type { Selection } from '../list/use-selection.ts';
import { LISTS } from './lists.ts';
import type { TaskKind } from './task.ts';

export type EntryActionsInput = {
  selection: Selection;
  may(name: CommandName): string | null;
  task(kind: TaskKind): void;
  find(): void;
  step(back: boolean): void;
  searching: boolean;
  problem(back: boolean): void;
  neighbour(direction: 'previous' | 'next'): void;
  reorder(by: -1 | 1): void;
  goTo(): void;
  openFilters(): void;
  clearFilters(): void;
  filtersOn: boolean;
  open(): void;
  original(): void;
  originalCannot: string | null;
  switchView(): void;
  accounts(): void;
  gathered: boolean;
  gather(): void;
  untagged(back: boolean): void;
  openViews(): void;
};

const MORE = 'Select one entry first';

/** Everything that can be done with entries, once: palette, keys and the menu of a row all take it from here. */
export function entryActions(input: EntryActionsInput): { page: PageCommand[]; row: PageCommand[] } {
  const { selection, may, task } = input;
  const some = selection.ids.length > 0 ? null : 'Select an entry first';
  const one = selection.at.id !== null ? null : MORE;
  const listed = (): boolean => wordsInList(selection.row, selection.at.index) !== null;
  const row: PageCommand[] = [
    { id: 'chronology.open', label: 'Show details', keys: [], cannot: () => one, run: input.open },
    {
      id: 'chronology.tag',
      label: 'Tag a theme…',
      keys: ['T'],
      words: 'theme code',
      cannot: () => some ?? may('tag.set'),
      run: () => task(selection.many > 0 ? 'tagMany' : aboutWords() || listed() ? 'words' : 'tag'),
    },
    {
      id: 'chronology.annotate',
      label: 'Annotate…',
      keys: ['A'],
      words: 'comment note',
      cannot: () => some ?? may('annotation.add'),
      run: () => task(selection.many > 0 ? 'annotateMany' : 'annotate'),
    },
    {
      id: 'chronology.challenge',
      label: 'Challenge a fact…',
      keys: ['C'],
      words: 'accuracy wrong dispute',
      cannot: () => one ?? may('challenge.raise'),
      run: () => task('challenge'),
    },
    {
      id: 'chronology.memo',
      label: 'Write a memo…',
      keys: ['M'],
      words: 'note thought analytic',
      cannot: () => some ?? may('memo.add'),
      run: () => task('memo'),
    },
    {
      id: 'chronology.link',
      label: 'Link to a finding…',
      keys: ['L'],
      words: 'evidence',
      cannot: () => some ?? may('evidence.set'),
      run: () => task('link'),
    },
    {
      id: 'chronology.date',
      label: 'Settle the date…',
      keys: ['D'],
      words: 'correct when',
      cannot: () => one ?? may('chronology.correct'),
      run: () => task('date'),
    },
    {
      id: 'chronology.dates',
      label: 'Put dates right together…',
      keys: ['Shift+D'],
      words: 'bulk year swap day month many fix',
      cannot: () => some ?? may('bulk.dates'),
      run: () => task('dates'),
    },
    {
      id: 'chronology.correct',
      label: 'Correct the words…',
      keys: ['F2'],
      words: 'change edit wrong',
      cannot: () => one ?? may('chronology.correct'),
      run: () => task('correct'),
    },
    {
      id: 'chronology.accounts',
      label: 'Open or close the accounts of this event',
      keys: ['O'],
      words: 'same event several beneath more',
      cannot: () => one ?? (input.gathered ? null : 'Each account has its own row: see Rows'),
      run: input.accounts,
    },
    { id: 'chronology.thread', label: 'Show the thread', keys: ['E'], cannot: () => one, run: () => task('thread') },
    {
      id: 'chronology.original',
      label: 'Open the original at its row',
      words: 'return source file',
      cannot: () => input.originalCannot,
      run: input.original,
    },
    {
      id: 'chronology.up',
      label: 'Move up within its day',
      keys: ['Alt+↑'],
      words: 'reorder order before',
      cannot: () => one ?? may('chronology.reorder'),
      run: () => input.reorder(-1),
    },
    {
      id: 'chronology.down',
      label: 'Move down within its day',
      keys: ['Alt+↓'],
      words: 'reorder order after',
      cannot: () => one ?? may('chronology.reorder'),
      run: () => input.reorder(1),
    },
    {
      id: 'chronology.previous',
      label: 'Previous entry of this agency',
      keys: ['['],
      cannot: () => one,
      run: () => input.neighbour('previous'),
    },
    {
      id: 'chronology.next',
      label: 'Next entry of this agency',
      keys: [']'],
      cannot: () => one,
      run: () => input.neighbour('next'),
    },
  ];
  const page: PageCommand[] = [
    {
      id: 'chronology.tagWords',
      label: 'Tag the words selected…',
      words: 'passage part text theme quote',
      cannot: () => (wordsInHand() || listed() ? may('passage.tag') : 'Select words in the text first'),
      run: () => task('words'),
    },
    ...LISTS.map(({ show, label, words }) => ({
      id: `chronology.list.${show}`,
      label,
      words,
      run: () => go('chronology', { show }),
    })),
    {
      id: 'chronology.add',
      label: 'Add an entry…',
      keys: ['Insert'],
      words: 'new',
      cannot: () => may('chronology.add'),
      run: () => task('add'),
    },
    { id: 'chronology.find', label: 'Find in the entries', keys: ['Ctrl+F'], words: 'search', run: input.find },
    {
      id: 'chronology.findNext',
      label: 'Next hit',
      keys: ['F3'],
      cannot: () => (input.searching ? null : 'Nothing is searched for'),
      run: () => input.step(false),
    },
    {
      id: 'chronology.findPrevious',
      label: 'Previous hit',
      keys: ['Shift+F3'],
      cannot: () => (input.searching ? null : 'Nothing is searched for'),
      run: () => input.step(true),
    },
    { id: 'chronology.problemNext', label: 'Next date problem', keys: ['F8'], run: () => input.problem(false) },
    { id: 'chronology.problemPrevious', label: 'Previous date problem', keys: ['Shift+F8'], run: () => input.problem(true) },
    {
      id: 'chronology.untaggedNext',
      label: 'Next untagged entry',
      keys: ['U'],
      words: 'theme',
      run: () => input.untagged(false),
    },
    { id: 'chronology.untaggedPrevious', label: 'Previous untagged entry', keys: ['Shift+U'], run: () => input.untagged(true) },
    { id: 'chronology.views', label: 'Saved views…', keys: ['V'], words: 'bookmark', run: input.openViews },
    { id: 'chronology.build', label: 'Build a filter…', words: 'condition any all not', run: () => task('filter') },
    {
      id: 'chronology.paper',
      label: 'Print or save for Word…',
      keys: ['Ctrl+P'],
      words: 'paper docx excel xlsx export',
      run: () => task('paper'),
    },
    { id: 'chronology.goTo', label: 'Go to a date or number…', keys: ['Ctrl+G'], words: 'jump reference', run: input.goTo },
    { id: 'chronology.filter', label: 'Filter…', keys: ['F'], run: input.openFilters },
    {
      id: 'chronology.clear',
      label: 'Clear filters',
      keys: ['Shift+F'],
      cannot: () => (input.filtersOn ? null : 'No filter is on'),
      run: input.clearFilters,
    },
    {
      id: 'chronology.gather',
      label: input.gathered ? 'A row for each account' : 'One row for each event told by several',
      words: 'collapse group accounts same event rows',
      run: input.gather,
    },
    { id: 'chronology.view', label: 'Grid or read', words: 'prose list layout', run: input.switchView },
  ];
  return { page, row };
}
