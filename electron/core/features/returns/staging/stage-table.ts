import type { StagedEvent } from '#shared/model/agency-return.ts';
import type { DateReading } from '#shared/model/event-date.ts';
import { marksAuthorNotes } from './author-notes.ts';
import type { RawMoment } from '../readers/reader.ts';
import { isDitto, isEmptyMark } from './ditto.ts';
import { reportErrorCells } from './error-cells.ts';
import { saysBackground } from './check-dates.ts';
import type { ChronologyTable } from './chronology-table.ts';
import { continuesAbove } from './continues-above.ts';
import { type DateColumn, dateColumn, NO_COLUMN } from './date-column.ts';
import { HeadingAbove } from './heading-above.ts';
import { repeatsHeader } from './header-rows.ts';
import { KeptRows } from './kept-rows.ts';
import { type LaidRow, marksOf } from './layout.ts';
import { dateAlone, isDateCell, looksLikePeriodHeading, type PreviousDate, readRowDate } from './read-dates.ts';
import { withBrokenLines } from './broken-lines.ts';
import { mendRagged } from './ragged.ts';
import { type RowFacts, whyNoEvent } from './not-events.ts';
import { isDateLine, splitDated } from './paragraph-table.ts';
import {
  beginsInMidSentence,
  endsEntries,
  isRuledLine,
  isUnfinished,
  joint,
  numbersColumns,
  saysContinued,
  statesNoContact,
} from './row-kinds.ts';
import { RowFields } from './row-fields.ts';
import { quoted, type StagingRecord } from './staging-record.ts';
import { KEYS, TEXT_FIELDS, type TextField } from './text-fields.ts';
import { toldElsewhere } from './told-elsewhere.ts';
import { type Told, toldAcross, toldInDateCell } from './told-across.ts';

/** No entry runs over more rows than this; beyond it every row is an entry of its own. */
const MOST_JOINED = 100;

/** Reads the rows of one chronology table into the record: each row an event, a part of one, or not an event and said so. */
export function stageTable(found: ChronologyTable, record: StagingRecord): void {
  new TableStager(found, record).run();
}

/** Rows under a month or a year lean on it. */
function under(period: DateReading): PreviousDate {
  return { reading: { ...period, problems: [] }, rowAboveUnread: false, underMonth: period.precision === 'month' };
}

class TableStager {
  readonly #found: ChronologyTable;
  readonly #record: StagingRecord;
  readonly #fields: RowFields;
  readonly #columns: string;
  readonly #above = new Map<TextField, string>();
  readonly #kept: KeptRows;
  readonly #heading: HeadingAbove;
  #previous: PreviousDate = null;
  #event: StagedEvent | null = null;
  #lastDated = -1;
  #datesInTexts = false;
  /** Some writers begin every entry with a small letter; then it says nothing about sentences. */
  #smallLetters = false;
  #authorNotes = true;
  #background = false;
  #ended = false;
  #started = false;
  /** What this column's dates share, by which each is read. */
  #column: DateColumn = NO_COLUMN;

  constructor(found: ChronologyTable, record: StagingRecord) {
    this.#found = found;
    this.#record = record;
    this.#fields = new RowFields(found);
    this.#kept = new KeptRows(found, record);
    this.#heading = new HeadingAbove(record);
    this.#columns = found.columns.map(({ name }) => name).join('\n');
    if (!found.form && record.carried?.columns === this.#columns) {
      this.#previous = record.carried.previous;
      this.#event = record.carried.event;
    }
    // "2010" or "October 2010" over the table: its dates without a year lean on it, and no row goes on from before
    const heading = found.table.before.findLast((text) => text.trim() !== '');
    this.#background = heading !== undefined && heading.length < 120 && saysBackground(heading);
    const period = heading === undefined ? null : looksLikePeriodHeading(heading);
    if (heading !== undefined && period) {
      this.#heading.put(heading, period, null);
      this.#previous = under(period);
      this.#event = null;
    } else if (heading !== undefined && this.#fields.column('date') === undefined && isDateLine(heading)) {
      const { reading } = readRowDate(dateAlone(heading), this.#previous, record.scope);
      this.#heading.put(heading, reading, null);
      this.#previous = { reading, rowAboveUnread: false };
      this.#event = null;
    }
  }

  run(): void {
    const { body } = this.#found;
    this.#lastDated = body.findLastIndex((row) => !row.raw.deleted && row.banner === null && this.#fields.isDated(row));
    this.#datesInTexts = this.#fields.hasNoDates(body);
    this.#column = dateColumn(body.filter((row) => !row.raw.deleted).map((row) => this.#fields.dateEvidence(row)));
    const dated = body.filter(
      (row) => this.#fields.first(row, 'date').trim() !== '' && this.#fields.first(row, 'description').trim() !== '',
    );
    const small = dated.filter((row) => /^\s*[a-zà-öø-ÿ]/.test(this.#fields.first(row, 'description')));
    this.#authorNotes = marksAuthorNotes(body, this.#fields);
    this.#smallLetters = small.length > dated.length * 0.25;
    const shortRows = body.filter((row) => row.raw.cells.length > 1 && row.raw.cells.length < this.#found.columns.length).length;
    const trimmedByWriter = shortRows > body.length * 0.2;
    withBrokenLines(this.#found).forEach((row, index) =>
      this.#row(mendRagged(row, this.#found, this.#record, trimmedByWriter), index),
    );
    this.#heading.close();
    this.#record.carried = { columns: this.#columns, previous: this.#previous, event: this.#event };
  }

  #row(row: LaidRow, index: number): void {
    for (const { mark, column } of marksOf(row)) {
      this.#record.report(mark.severity, mark.code, mark.message, this.#fields.at(row, column));
    }
    if (row.raw.deleted) return;
    if (this.#found.form) {
      this.#previous = null;
      this.#event = null;
      this.#above.clear();
    }
    const filled = row.texts.flatMap((text, column) => (text.trim() === '' ? [] : [column]));
    if (row.extra.length === 0 && isRuledLine(row.texts)) return;
    const dated = this.#fields.isDated(row);
    if (!dated && (repeatsHeader(row.texts, this.#found.headers) || (index === 0 && numbersColumns(row.texts)))) return;
    const stored = this.#kept.keep(row);
    const told = row.banner === null ? null : toldAcross(row.banner, this.#lastDated >= 0);
    if (told) return this.#add(row, stored, told);
    if (row.banner !== null && this.#passesBanner(row, row.banner, index)) return;
    if (filled.length === 1 && row.extra.length === 0 && filled[0] === this.#fields.column('date')) {
      const inDateCell = toldInDateCell(row.texts[filled[0]!]!, index < this.#lastDated, dated);
      if (inDateCell) return this.#add(row, stored, inDateCell);
    }
    const inText = this.#datesInTexts ? splitDated(this.#fields.text(row, 'description')) : null;
    if (inText) return this.#add(row, stored, { date: inText[0], description: inText[1], beside: true });
    if (this.#isNoEvent(row, { index, filled, dated })) return;
    if (
      this.#event &&
      this.#event.rows.length < MOST_JOINED &&
      continuesAbove(row, this.#fields, { before: this.#event.description, smallLetters: this.#smallLetters })
    )
      return this.#join(row, stored);
    this.#add(row, stored);
  }

  /** A month, a title or a note across the table is no event. */
  #passesBanner(row: LaidRow, text: string, index: number): boolean {
    if (this.#isPeriod(text, row)) return true;
    const moment = row.raw.cells.find((cell) => cell.text === text)?.moment;
    if (isDateCell({ text, ...(moment ? { moment } : {}) }) && this.#isDateLine(row, text, index, moment)) return true;
    if (row.raw.cells.length > 1 && this.#fields.isDated(row)) return false;
    const unfinished =
      this.#event !== null && (saysContinued(text) || (beginsInMidSentence(text) && isUnfinished(this.#event.description)));
    if (unfinished) return false;
    this.#background = saysBackground(text);
    this.#ended ||= index > this.#lastDated && endsEntries(text);
    this.#notAnEvent(row, 'This row is a heading or a note and was not read as an event', text);
    return true;
  }

  #isNoEvent(row: LaidRow, { index, filled, dated }: RowFacts): boolean {
    const why = whyNoEvent(row, this.#fields, {
      index,
      filled,
      dated,
      started: this.#event !== null || this.#started,
      lastDated: this.#lastDated,
      authorNotes: this.#authorNotes,
      ended: this.#ended,
    });
    if (why) {
      const words = quoted(row.texts.filter((text) => text.trim() !== '').join(' | '));
      const message = `This row is ${why.what} and was not read as an event: ${words}.${why.code === 'otherHeader' ? ' The rows under it were read by the first header: look whether their columns are the same.' : ''}`;
      this.#record.report(why.code === 'otherHeader' ? 'warning' : 'notice', why.code, message, this.#fields.at(row, why.column));
      return true;
    }
    if (filled.length > 1 || row.extra.length > 0 || filled[0] !== this.#fields.column('date')) return false;
    const date = this.#fields.first(row, 'date');
    return this.#isPeriod(date, row) || this.#isDateLine(row, date, index, this.#fields.moments(row).date);
  }

  #notAnEvent(row: LaidRow, what: string, text: string): void {
    this.#record.report('notice', 'notAnEvent', `${what}: ${quoted(text)}.`, this.#fields.at(row));
  }

  /** A month or a year over rows without one: they lean on it. Where it says more than that, that is told. */
  #isPeriod(text: string, row: LaidRow): boolean {
    const period = looksLikePeriodHeading(text.trim(), this.#previous);
    if (!period) return false;
    if (period.problems.some(({ code }) => code === 'textBeside' || code === 'partlyRead'))
      this.#notAnEvent(row, 'This row was read as a heading of the rows under it and not as an event', text);
    this.#heading.put(text, period, this.#fields.at(row));
    this.#previous = under(period);
    return true;
  }

  /** A date on a line of its own over rows without one: it is theirs. */
  #isDateLine(row: LaidRow, text: string, index: number, moment?: RawMoment): boolean {
    const next = this.#found.body.slice(index + 1).find((row) => row.texts.some((t) => t.trim() !== ''));
    if (!next || next.banner !== null || this.#fields.first(next, 'date').trim() !== '') return false;
    const { reading } = readRowDate(dateAlone(text, moment), this.#previous, this.#record.scope);
    if (reading.precision === 'unknown') return false;
    this.#heading.put(text, reading, this.#fields.at(row));
    this.#previous = { reading, rowAboveUnread: false };
    this.#event = null;
    return true;
  }

  #join(row: LaidRow, stored: readonly number[]): void {
    const event = this.#event!;
    event.rows.push(...stored);
    for (const field of TEXT_FIELDS) {
      const text = this.#fields.own(row, field);
      if (text === '') continue;
      const key = KEYS[field];
      const before = event[key];
      event[key] = before === null || before === '' ? text : `${before}${joint(before, text)}${text}`;
      this.#above.set(field, event[key]);
    }
    for (const [name, text] of this.#fields.others(row, true))
      event.other[name] = event.other[name] ? `${event.other[name]}${joint(event.other[name], text)}${text}` : text;
    const date = this.#fields.own(row, 'date');
    this.#record.report(
      'warning',
      'rowJoined',
      `This row goes on with the one before and was joined to it.${date === '' ? '' : ` Its date cell says ${quoted(date)}.`}`,
      this.#fields.at(row),
    );
  }

  #add(row: LaidRow, stored: readonly number[], told: Told | null = null): void {
    const record = this.#record;
    const cells = told ? dateAlone(told.date) : this.#fields.dateCells(row);
    const { reading, asWritten: own } = readRowDate(cells, this.#previous, record.scope, this.#column);
    const asWritten = this.#heading.lend(reading, cells.date, own);
    const inColumn = this.#fields.column('date');
    for (const problem of reading.problems)
      record.report('warning', problem.code, problem.message, this.#fields.at(row, inColumn));
    if (reading.precision === 'unknown') {
      if (reading.problems.length === 0)
        record.report('warning', 'unread', `The date ${quoted(asWritten)} could not be read.`, this.#fields.at(row, inColumn));
      if (this.#previous) this.#previous.rowAboveUnread = true;
    } else this.#previous = { reading, rowAboveUnread: false, underMonth: this.#previous?.underMonth ?? false };
    reportErrorCells(row, this.#fields, record);
    const texts = new Map(TEXT_FIELDS.map((field) => [field, told && !told.beside ? '' : this.#resolved(row, field)]));
    const nullable = (field: TextField): string | null => texts.get(field) || null;
    const other = told && !told.beside ? {} : Object.fromEntries(this.#fields.others(row, false));
    let description = told?.description.trim() ?? texts.get('description') ?? '';
    if (isEmptyMark(description)) description = toldElsewhere(row, other, this.#found, this.#fields, record) ?? description;
    const event: StagedEvent = {
      rows: [...stored],
      agency: this.#agencyOf(row),
      date: { ...reading, asWritten, order: record.events.length },
      description,
      sourceOfInformation: nullable('source'),
      response: nullable('response'),
      outcome: nullable('outcome'),
      childVoice: nullable('childVoice'),
      agencyComment: nullable('agencyComment'),
      involved: nullable('involved'),
      other,
      noContact: statesNoContact(description),
    };
    record.events.push(event);
    this.#started = true;
    if (this.#background) record.background.add(event);
    this.#event = event;
  }

  #agencyOf(row: LaidRow): string {
    const text = this.#fields.first(row, 'agency').replace(/\s+/g, ' ').trim();
    if (text === '' || isEmptyMark(text)) return this.#record.agency;
    if (!isDitto(text)) return text.slice(0, 300);
    return this.#event?.agency ?? this.#record.agency;
  }

  /** A field's text for the event: outer blanks off, "as above" resolved and flagged. */
  #resolved(row: LaidRow, field: TextField): string {
    const text = this.#fields.text(row, field);
    if (text === '' || (field !== 'description' && isEmptyMark(text))) return '';
    if (isDitto(text)) {
      const above = this.#above.get(field);
      if (above) {
        const message = `${quoted(text)} was read as what stands in the row above: ${quoted(above)}.`;
        this.#record.weigh(above.length);
        this.#record.report('warning', 'asAbove', message, this.#fields.at(row, this.#fields.column(field)));
        return above;
      }
      this.#record.report(
        'warning',
        'asAbove',
        `${quoted(text)} has nothing above it to stand for.`,
        this.#fields.at(row, this.#fields.column(field)),
      );
    }
    this.#above.set(field, text);
    return text;
  }
}
