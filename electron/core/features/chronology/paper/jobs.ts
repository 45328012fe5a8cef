import { besideOf, COLUMN_HEADS } from '#shared/chronology/columns.ts';
import type { ColumnKey } from '#shared/contract/views.ts';
import type { EventFilter } from '#shared/contract/event-filter.ts';
import type { InputOf } from '#shared/contract/index.ts';
import { shownWords } from '#shared/chronology/beneath-words.ts';
import { formatDay } from '#shared/dates/format.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import type { EventRow } from '#shared/model/chronology-event.ts';
import { jobs, type JobContext, stopIfAsked } from '../../../kernel/jobs.ts';
import { noteActivity } from '../../../kernel/steps.ts';
import { type PaperBlock, type PaperCell, type PaperTable, wordPaper } from '../../../papers/word-paper.ts';
import { type PaperSheet, workbook } from '../../../papers/workbook.ts';
import { cellLines, PAPER_WIDTHS, sheetColumns } from './paper-cells.ts';
import { type PaperFacts, paperFacts, paperPage } from './paper-steps.ts';

type Input = InputOf<'chronology.paper'>;
/** Rows under one heading of the paper, or all of them under none. */
type Part = { name: string | null; rows: EventRow[] };
/** A Word file longer than this opens in nobody's Word. */
const MOST_ROWS = 20_000;
const PAGE = 500;

export const chronologyJobs = jobs({
  'chronology.paper': async (job, input) => {
    const facts = await job.read(paperFacts, { filter: input.filter, layout: input.layout, viewName: input.viewName });
    if (facts.total > MOST_ROWS) {
      throw new AppError('badInput', {
        where: 'one file',
        why: `it would hold ${facts.total.toLocaleString('en-GB')} entries and takes ${MOST_ROWS.toLocaleString('en-GB')} at most; narrow the list first`,
      });
    }
    const keys = input.layout.columns.map(({ key }) => key).filter((key) => key !== 'age' || facts.children.length > 0);
    const parts = await readParts(job, input, facts, keys);
    stopIfAsked(job.signal);
    const said = aboutLines(job, input, facts);
    const madeOn = job.now().slice(0, 10);
    const title = `Integrated chronology, ${facts.reference}`;
    const bytes =
      input.format === 'docx'
        ? await wordPaper({ title, landscape: true, madeOn, blocks: blocksOf(facts, said, parts, keys) })
        : await workbook(title, sheetsOf(said, parts, keys, facts), madeOn);
    await job.write(noteActivity, { command: 'chronology.paper' });
    const name = `Chronology ${facts.reference.replace(/[^\p{L}\p{N} -]+/gu, '-')}.${input.format}`;
    return { file: await job.ports.deliverFile({ name, bytes }), name, entries: facts.total };
  },
});

async function readParts(job: JobContext, input: Input, facts: PaperFacts, keys: readonly ColumnKey[]): Promise<Part[]> {
  const beside = besideOf(keys);
  let done = 0;
  const rowsOf = async (filter: EventFilter): Promise<EventRow[]> => {
    const rows: EventRow[] = [];
    for (let from: number | null = null, more = true; more; ) {
      stopIfAsked(job.signal);
      const page: { rows: EventRow[]; next: number | null } = await job.read(paperPage, { filter, from, limit: PAGE, beside });
      rows.push(...page.rows);
      done += page.rows.length;
      job.progress('Writing the chronology', done, facts.total);
      from = page.next;
      more = from !== null;
    }
    return rows;
  };
  const { group } = input.layout;
  const { groups } = facts;
  if (!group || !groups) return [{ name: null, rows: await rowsOf(input.filter) }];
  if (group === 'day') return byDay(await rowsOf(input.filter), facts);
  const parts: Part[] = [];
  for (const { key, name } of groups) {
    parts.push({ name, rows: await rowsOf({ ...input.filter, within: { by: group, key } }) });
  }
  return parts;
}

function byDay(rows: readonly EventRow[], facts: PaperFacts): Part[] {
  const names = new Map(facts.groups?.map(({ key, name }) => [key, name]));
  const parts: Part[] = [];
  let day: string | null | undefined;
  for (const row of rows) {
    if (row.day !== day) parts.push({ name: names.get(row.day) ?? '', rows: [] });
    day = row.day;
    parts.at(-1)!.rows.push(row);
  }
  return parts;
}

/** What the page says of itself: whose, which view, what is on it, in which order. */
function aboutLines(job: JobContext, input: Input, facts: PaperFacts): [label: string, text: string][] {
  const { group } = input.layout;
  const order = { day: 'By date, under each day', agency: 'By agency, then by date', theme: 'By theme, then by date' };
  const count = facts.beneath > 0 ? shownWords(facts.total, facts.beneath) : facts.total.toLocaleString('en-GB');
  return [
    ['Review', [facts.reference, facts.partnership].filter(Boolean).join(', ')],
    [
      'Names',
      job.session.view === 'anonymised'
        ? 'Anonymised: pseudonyms stand for the names on the register. [undecided] stands where a mention has not been settled.'
        : 'Identified: this paper holds real names.',
    ],
    ...(facts.viewName === null ? [] : [['View', facts.viewName] satisfies [string, string]]),
    [
      'Shown',
      `${facts.sentence}. ${facts.total + facts.beneath === facts.all ? `${count} in all.` : `${count} of ${facts.all.toLocaleString('en-GB')}.`}`,
    ],
    ['Order', group ? order[group] : 'By date'],
    ['Made on', formatDay(job.now().slice(0, 10))],
  ];
}

function blocksOf(
  facts: PaperFacts,
  said: readonly [string, string][],
  parts: readonly Part[],
  keys: readonly ColumnKey[],
): PaperBlock[] {
  const blocks: PaperBlock[] = [
    { t: 'title', runs: [{ text: 'Integrated chronology' }] },
    ...said.map(([label, text]): PaperBlock => ({ t: 'labelled', label, runs: [{ text }] })),
  ];
  if (facts.total === 0) return [...blocks, { t: 'paragraph', runs: [{ text: 'No entry matches.' }] }];
  const header = keys.map((key) => COLUMN_HEADS[key]);
  const widths = keys.map((key) => PAPER_WIDTHS[key]);
  for (const { name, rows } of parts) {
    const caption = name === null ? 'Entries' : `Entries, ${name}`;
    if (name !== null)
      blocks.push({ t: 'heading', level: 2, runs: [{ text: `${name} (${rows.length.toLocaleString('en-GB')})` }] });
    const cells = rows.map((row) => keys.map((key) => cellOf(cellLines(key, row, facts))));
    blocks.push({ t: 'table', caption, captionUnseen: true, header, rows: cells, widths } satisfies PaperTable);
  }
  return blocks;
}

const cellOf = (lines: readonly string[]): PaperCell => lines.filter((line) => line !== '').join('\n');

function sheetsOf(
  said: readonly [string, string][],
  parts: readonly Part[],
  keys: readonly ColumnKey[],
  facts: PaperFacts,
): PaperSheet[] {
  const grouped = parts.some(({ name }) => name !== null);
  const own = keys.flatMap((key) => sheetColumns(key).map((column) => ({ ...column, isRef: key === 'ref' })));
  const columns = [
    ...(grouped ? [{ header: 'Heading', width: 24 }] : []),
    ...own.map(({ header, share }) => ({ header, width: Math.max(8, share * 1.6) })),
  ];
  const rows = parts.flatMap((part) =>
    part.rows.map((row) => [
      ...(grouped ? [part.name ?? ''] : []),
      ...own.map(({ isRef, text }) => (isRef ? row.ref : text(row, facts))),
    ]),
  );
  return [
    { name: 'Chronology', columns, rows },
    {
      name: 'About this list',
      lines: [{ text: 'Integrated chronology', heading: true }, ...said.map(([label, text]) => ({ text: `${label}: ${text}` }))],
    },
  ];
}
