import type { ActionStatus } from '#shared/model/recommendation.ts';
import { STATUS_WORDS } from '#shared/recommendations/status-words.ts';
import type { ModelBlock, ModelWords } from '../../model.ts';
import { fieldText, written, writtenList } from '../field-text.ts';
import { itemBlocks, ownerOf, type PublishedAction, type PublishedItem } from '../items.ts';
import { ownHeading } from './own-heading.ts';

/** The recommendations and actions as numbered headings, each with its plan. */
export function recommendationBlocks(items: readonly PublishedItem[]): ModelBlock[] {
  if (items.length === 0) return [];
  return [ownHeading('Recommendations'), ...items.flatMap((item) => itemBlocks(item, 3))];
}

const statusWords = (status: ActionStatus): ModelWords[] => [{ t: 'own', text: STATUS_WORDS[status] }];

/** How far each action has come, in words: colour alone tells nobody who cannot see it (WCAG 2.2, 1.4.1). */
export function planAsHeadings(items: readonly PublishedItem[]): ModelBlock[] {
  return items.flatMap((item) =>
    itemBlocks(item, 2, (action) => ({ t: 'labelled', label: 'Status', words: statusWords(action.status) })),
  );
}

const HEADER = ['No.', 'Action', 'Owner', 'By', 'Measure', 'Status'];

/** A table for the actions of each recommendation, and one for those of none. */
export function planAsTables(items: readonly PublishedItem[]): ModelBlock[] {
  const blocks: ModelBlock[] = [];
  for (const item of items) {
    if (item.table !== 'recommendation') continue;
    const heading = itemBlocks({ ...item, actions: [] }, 2);
    blocks.push(...heading);
    if (item.actions.length > 0) blocks.push(tableOf(`Actions of recommendation ${item.number}`, item.actions));
  }
  const loose = items.filter((item): item is PublishedAction => item.table === 'action');
  if (loose.length > 0) blocks.push(ownHeading('Actions'), tableOf('Actions', loose));
  return blocks;
}

function tableOf(caption: string, actions: readonly PublishedAction[]): ModelBlock {
  return { t: 'table', caption, header: HEADER, widths: [1, 6, 3, 2, 4, 2], rows: actions.map(rowOf) };
}

function rowOf(action: PublishedAction): ModelWords[][] {
  const owner = ownerOf(action);
  const list = (texts: ReturnType<typeof writtenList>, by: string): ModelWords[] => [
    { t: 'list', lead: '', items: texts, by, sentence: false },
  ];
  const heading = written(owner, 'heading', action.heading);
  const measure = written(owner, 'successMeasure', action.successMeasure);
  const { timescale } = action;
  return [
    [{ t: 'own', text: action.number }],
    [
      { t: 'list', lead: '', items: heading ? [heading] : [], by: '', sentence: true },
      { t: 'text', text: fieldText(owner, 'text', action.text) },
    ],
    list(writtenList(owner, 'owners', action.owners), '; '),
    timescale ? [{ t: 'due', text: fieldText(owner, 'timescale', timescale.asWritten), due: timescale.due }] : [],
    list(measure ? [measure] : [], ''),
    statusWords(action.status),
  ];
}
