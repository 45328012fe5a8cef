import type { ActionStatus, Timescale } from '#shared/model/recommendation.ts';
import type { Concern, FieldText, ModelBlock, ModelWords } from '../model.ts';
import { blank, fieldText, type Owner, written, writtenList } from './field-text.ts';

type Plan = {
  id: string;
  number: string;
  heading: string | null;
  text: string;
  owners: string[];
  leadAgency: string | null;
  timescale: Timescale | null;
  successMeasure: string | null;
  assurance: string[];
};
/** An action: a row of its own, numbered 1 … n, or 1.1, 1.2 under its recommendation. */
export type PublishedAction = Plan & { table: 'action'; status: ActionStatus };
export type PublishedRecommendation = Plan & { table: 'recommendation'; actions: PublishedAction[] };
export type PublishedItem = PublishedRecommendation | PublishedAction;

const nameOf = (item: PublishedItem): string => `${item.table === 'action' ? 'Action' : 'Recommendation'} ${item.number}`;
export const ownerOf = (item: PublishedItem): Owner => ({
  table: item.table,
  id: item.id,
  number: item.number,
  label: nameOf(item),
});

/** A numbered heading, its text, then who, by when, how it is measured and to whom it is accounted; `last` adds a line to an action. */
export function itemBlocks(item: PublishedItem, level: 2 | 3 | 4, last?: (action: PublishedAction) => ModelBlock): ModelBlock[] {
  const owner = ownerOf(item);
  const below = level === 2 ? 3 : 4;
  const source = { table: item.table, id: item.id, field: item.heading ? 'heading' : 'text' };
  const heading = written(owner, 'heading', item.heading);
  const words: ModelWords[] = [
    { t: 'own', text: nameOf(item) },
    { t: 'list', lead: ': ', items: heading ? [heading] : [], by: '', sentence: false },
  ];
  const empty = concern(owner, 'emptyText', true, 'text', `${owner.label} has no text.`, 'Write its text');
  const blocks: ModelBlock[] = [
    { t: 'heading', level, words, source, concerns: missing(item, owner), empty },
    { t: 'lines', text: fieldText(owner, 'text', item.text), empty: null },
    ...planLines(item),
  ];
  if (item.table === 'action' && last) blocks.push(last(item));
  if (item.table === 'recommendation') for (const action of item.actions) blocks.push(...itemBlocks(action, below, last));
  return blocks;
}

/** A line for each thing that is known of the plan. */
export function planLines(item: PublishedItem): ModelBlock[] {
  const owner = ownerOf(item);
  const line = (label: string, words: ModelWords[], field: string): ModelBlock => ({
    t: 'labelled',
    label,
    words,
    source: { table: item.table, id: item.id, field },
  });
  const list = (items: FieldText[], by: string): ModelWords[] => [{ t: 'list', lead: '', items, by, sentence: false }];
  const owners = writtenList(owner, 'owners', item.owners);
  const lead = written(owner, 'leadAgency', item.leadAgency);
  const measure = written(owner, 'successMeasure', item.successMeasure);
  return [
    line(owners.length > 1 ? 'Owners' : 'Owner', list(owners, '; '), 'owners'),
    line('Lead agency', list(lead ? [lead] : [], ''), 'leadAgency'),
    line('By', by(item), 'timescale'),
    line('Measure', list(measure ? [measure] : [], ''), 'successMeasure'),
    line('Assurance', list(writtenList(owner, 'assurance', item.assurance), ', then '), 'assurance'),
  ];
}

function by(item: PublishedItem): ModelWords[] {
  if (!item.timescale) return [];
  const { asWritten, due } = item.timescale;
  return [{ t: 'due', text: fieldText(ownerOf(item), 'timescale', asWritten), due }];
}

/** A missing owner, date or measure warns, never blocks. */
function missing(item: PublishedItem, owner: Owner): Concern[] {
  const out: Concern[] = [];
  const warn = (code: string, field: string, what: string, fix: string): void => {
    out.push(concern(owner, code, false, field, `${owner.label} has no ${what}. Does not block.`, fix));
  };
  const { timescale } = item;
  if (item.owners.every(blank) && blank(item.leadAgency)) warn('noOwner', 'owners', 'owner', 'Add an owner');
  if (!timescale || (blank(timescale.asWritten) && timescale.due === null)) warn('noDate', 'timescale', 'date', 'Add a date');
  if (blank(item.successMeasure)) warn('noMeasure', 'successMeasure', 'measure', 'Add a measure');
  return out;
}

function concern(owner: Owner, code: string, blocks: boolean, field: string, message: string, fix: string): Concern {
  return { code, blocks, message, where: { ...owner, field }, fix };
}
