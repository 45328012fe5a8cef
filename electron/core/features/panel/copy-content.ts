import { dateLabel, timeLabel } from '#shared/dates/format.ts';
import type { EventField } from '#shared/model/chronology-event.ts';
import { UNDECIDED } from '#shared/redaction/anonymise.ts';
import { selectRows } from '../../db/store.ts';
import type { ReadDb } from '../../db/sql.ts';
import type { Lens } from '../../kernel/lens.ts';
import { type PanelEntry, type PanelPart, partLines } from '../../papers/panel-paper.ts';
import { correctionsOf, dateOf, placeOf, standingText, type StoredEvent, visibleEventsFrom } from '../chronology/reads.ts';
import type { RoundRow } from './rows.ts';

/** A word that a person settled as nobody's name, in the very paragraph in which it is printed. */
export type KeptWord = { context: string; word: string; count: number };
export type CopyContent = { entries: PanelEntry[]; undecided: number; kept: KeptWord[] };

const PAGE = 500;
const PARTS: readonly (readonly [EventField, string | null])[] = [
  ['description', null],
  ['response', 'Response'],
  ['outcome', 'Outcome'],
  ['childVoice', 'Voice of the child'],
  ['agencyComment', 'Comment of the agency'],
  ['involved', 'Who was involved'],
];

/** The entries of a round as a copy prints them: by allow-listed fields, each text through the copy's own view. */
export function copyContent(db: ReadDb, lens: Lens, round: Pick<RoundRow, 'filter'>): CopyContent {
  const agencies = new Map(selectRows(db, 'agency').map((row) => [row.id, lens.prose(String(row['name']))]));
  const out: CopyContent = { entries: [], undecided: 0, kept: [] };
  for (let from: number | null = null, more = true; more; ) {
    const page = visibleEventsFrom(db, lens, round.filter, from, PAGE);
    const corrections = correctionsOf(db, page.events);
    for (const event of page.events)
      out.entries.push(entryOf(event, corrections.get(event.id) ?? new Map(), agencies, lens, out));
    from = page.next;
    more = from !== null;
  }
  return out;
}

function entryOf(
  event: StoredEvent,
  corrections: Parameters<typeof standingText>[2],
  agencies: ReadonlyMap<string, string>,
  lens: Lens,
  out: CopyContent,
): PanelEntry {
  const shown = (field: EventField): string | null => {
    const text = standingText(event, field, corrections);
    if (text === null || text.trim() === '') return null;
    const seen = lens.see(placeOf(event.id, field), text);
    out.undecided += seen.marks.filter((mark) => mark.label === UNDECIDED).length;
    return seen.text;
  };
  /** Mentions of a text that somebody said are nobody on the register: they stay, and the check of the file knows them. */
  const settled = (field: EventField): string[] => {
    const text = lens.view === 'anonymised' ? standingText(event, field, corrections) : null;
    if (text === null) return [];
    return lens
      .settle(placeOf(event.id, field), text)
      .flatMap(({ mention, decided }) => (decided?.entryId === null ? mention.text : []));
  };
  const parts: PanelPart[] = [];
  for (const [field, label] of PARTS) {
    const text = shown(field);
    if (text === null && field !== 'description') continue;
    const part = { field, label, text: text ?? '' };
    parts.push(part);
    keep(partLines(part), settled(field), out.kept);
  }
  for (const [heading, text] of Object.entries(event.other)) {
    if (text.trim() !== '')
      parts.push({ field: 'other', label: lens.prose(heading).replace(/\s+/g, ' '), text: lens.prose(text) });
  }
  const date = dateOf(event);
  const label = [dateLabel(date), timeLabel(date)].filter((words) => words !== '').join(', ');
  const written = lens.prose(event.asWritten.trim());
  const source = shown('sourceOfInformation');
  if (source !== null) keep(source.split('\n'), settled('sourceOfInformation'), out.kept);
  return {
    ref: event.ref,
    date: written === '' || written === label ? label : `${label}\nas written: ${written}`,
    source: [agencies.get(event.agencyId) ?? '', source ?? ''].filter((words) => words !== '').join('\n'),
    parts,
  };
}

function keep(lines: readonly string[], words: readonly string[], kept: KeptWord[]): void {
  for (const word of new Set(words)) {
    for (const context of lines) {
      const count = context.split(word).length - 1;
      if (count > 0) kept.push({ context, word, count });
    }
  }
}
