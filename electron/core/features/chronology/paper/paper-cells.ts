import { ageAtDate, UNBORN } from '#shared/chronology/age-at.ts';
import { gapLabel } from '#shared/chronology/gap-label.ts';
import { beneathWords } from '#shared/chronology/beneath-words.ts';
import type { ColumnKey } from '#shared/contract/views.ts';
import { COLUMN_HEADS } from '#shared/chronology/columns.ts';
import { timeLabel } from '#shared/dates/format.ts';
import type { EventRow } from '#shared/model/chronology-event.ts';
import type { PaperFacts } from './paper-steps.ts';

const refLabel = (ref: number): string => String(ref).padStart(4, '0');
const CERTAINTY = { certain: null, approximate: 'about', uncertain: 'uncertain' } as const;

/** The lines of a cell; the same in Word and in Excel. */
export function cellLines(key: ColumnKey, row: EventRow, facts: PaperFacts): string[] {
  switch (key) {
    case 'ref':
      return [refLabel(row.ref), row.beneath ? beneathWords(row.beneath) : ''];
    case 'date':
      return dateLines(row);
    case 'time':
      return [timeLabel(row.date)];
    case 'agency': {
      const agency = facts.agencies[row.agencyId];
      return [agency ? `${agency.letters} ${agency.name}` : '', row.source ?? ''];
    }
    case 'text':
      return [row.text];
    case 'response':
    case 'outcome':
    case 'childVoice':
    case 'agencyComment':
    case 'involved':
      return [row.fields?.[key] ?? ''];
    case 'themes':
      return row.themeIds.map((id) => facts.themes[id] ?? '');
    case 'age':
      return facts.children.map(({ name, dateOfBirth }, i) => {
        const age = ageAtDate(dateOfBirth, row.date);
        if (age === null || (age === UNBORN && i > 0)) return '';
        return facts.children.length === 1 ? age : `${name}: ${age}`;
      });
    case 'sinceAgency':
      return [row.since?.agency ? gapLabel(row.since.agency) : ''];
    case 'sinceAny':
      return [row.since?.any ? gapLabel(row.since.any) : ''];
    case 'problems':
      return row.date.problems.map(({ message }) => message);
  }
}

/** What was understood over what was written, and how sure it is in a word. */
function dateLines(row: EventRow): string[] {
  const written = row.date.asWritten.trim();
  return [understood(row), written ? `written “${written}”` : ''];
}

function understood(row: EventRow): string {
  const { certainty } = row.date;
  const word = row.date.earliest === null && row.date.latest === null ? null : CERTAINTY[certainty];
  const label = row.dateLabel.replace(/^\? /, '').replace(/^c\. /, '');
  return word ? `${label} (${word})` : row.dateLabel;
}

/**
 * The columns of a workbook that stand for one of the list: each thing has its own, so that they can be sorted by, and so
 * that the file read as a return gives the same entries.
 */
export function sheetColumns(
  key: ColumnKey,
): readonly { header: string; share: number; text(row: EventRow, facts: PaperFacts): string }[] {
  const share = PAPER_WIDTHS[key];
  switch (key) {
    case 'date':
      return [
        { header: 'Date', share, text: understood },
        { header: 'Date as written', share, text: (row) => row.date.asWritten.trim() },
      ];
    case 'agency':
      return [
        { header: 'Agency', share, text: (row, facts) => facts.agencies[row.agencyId]?.name ?? '' },
        { header: 'Source', share, text: (row) => row.source ?? '' },
      ];
    default:
      return [{ header: COLUMN_HEADS[key], share, text: (row, facts) => cellLines(key, row, facts).filter(Boolean).join('\n') }];
  }
}

/** Share of the width, as the columns come. */
export const PAPER_WIDTHS: Readonly<Record<ColumnKey, number>> = {
  ref: 4,
  date: 9,
  time: 5,
  agency: 11,
  text: 34,
  response: 16,
  outcome: 14,
  childVoice: 14,
  agencyComment: 14,
  involved: 12,
  themes: 10,
  age: 8,
  sinceAgency: 7,
  sinceAny: 7,
  problems: 12,
};
