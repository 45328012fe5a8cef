import type { IsoDay } from '../kernel/clock.ts';
import type { Recommendation } from '../model/recommendation.ts';
import { readOwnerField, readTimescaleField } from './labelled.ts';
import { readRecommendation } from './read-recommendation.ts';

/** What the reader looks at: the sentence and the fields beside it. */
export type Readable = Pick<
  Recommendation,
  'text' | 'owners' | 'leadAgency' | 'timescale' | 'successMeasure' | 'expectedOutcome' | 'assurance' | 'level'
>;
/** The part of the recommendation that a note is about: it stands level with it. */
export type NoteAt = 'text' | 'owners' | 'timescale' | 'measure' | 'outcome' | 'assurance';
export type StandingNote = {
  code: string;
  status: 'look' | 'note' | 'done';
  title: string;
  words: string;
  at: NoteAt;
  /** The words of the text that it is about, exactly as they stand. */
  span?: string;
};
export type Standing = { complete: boolean; title: string; notes: StandingNote[] };

const TITLES: Record<string, [title: string, at: NoteAt]> = {
  noOwner: ['No owner', 'owners'],
  allStaff: ['Asks everyone', 'owners'],
  ownerNotAPost: ['Owner is not a post', 'owners'],
  noTimescale: ['No timescale', 'timescale'],
  vagueTimescale: ['Vague timescale', 'timescale'],
  standardNotDeadline: ['Not a deadline', 'timescale'],
  noMeasure: ['No measure', 'measure'],
  tickBoxVerb: ['Can be ticked off', 'text'],
  weakVerb: ['Weak verb', 'text'],
  vague: ['How is not said', 'text'],
  untestable: ['Cannot be tested', 'text'],
  severalActions: ['Several actions', 'text'],
};
const INFORMATION = new Set(['ownerNotAPost', 'severalActions', 'vague']);
/** A filled field answers what the sentence leaves open; what the field itself says is looked at below. */
const ANSWERED = {
  owners: new Set(['noOwner', 'allStaff', 'ownerNotAPost']),
  timescale: new Set(['noTimescale', 'vagueTimescale', 'standardNotDeadline']),
  measure: new Set(['noMeasure', 'untestable']),
};

/**
 * How a recommendation stands: its sentence as the SMART reader sees it, with the fields counted. It explains and never
 * blocks. The title is that of the first thing to look at, or "Complete".
 */
export function standingOf(row: Readable, options: { today?: IsoDay } = {}): Standing {
  const text = row.text.trim();
  if (text === '') {
    const words = 'Say who should do what, by when, and how it will be known.';
    return {
      complete: false,
      title: 'No text',
      notes: [{ code: 'noText', status: 'look', title: 'No text', words, at: 'text' }],
    };
  }
  const read = readRecommendation(text, options);
  const written = row.timescale?.asWritten.trim() ?? '';
  const hasMeasure = (row.successMeasure ?? '').trim() !== '';
  const answered = (code: string): boolean =>
    (row.owners.length > 0 && ANSWERED.owners.has(code)) ||
    (written !== '' && ANSWERED.timescale.has(code)) ||
    (hasMeasure && ANSWERED.measure.has(code));
  const notes = read.reasons
    .filter((reason) => !answered(reason.code))
    .map(({ code, message }): StandingNote => {
      const [title, at] = TITLES[code] ?? ['To look at', 'text'];
      const span = at === 'timescale' && read.timescale ? { span: read.timescale.text } : {};
      const named = code === 'noOwner' && row.leadAgency ? `${message} The lead agency alone does not say who.` : message;
      return { code, status: INFORMATION.has(code) ? 'note' : 'look', title, words: named, at, ...span };
    });
  notes.push(...ownerNotes(row.owners));
  if (row.timescale && written !== '') notes.push(...timescaleNotes(row.timescale, read.timescale, options));
  const complete = notes.every((note) => note.status === 'note');
  if (complete) notes.unshift(completeNote(row));
  const rank = { look: 0, done: 0, note: 1 };
  notes.sort((a, b) => rank[a.status] - rank[b.status]);
  return { complete, title: complete ? 'Complete' : (notes[0]?.title ?? 'To look at'), notes };
}

const EVERYONE =
  /^(?:(?:all|every|each|both)\b.*|(?:staff|practitioners?|professionals?|agencies|partners|partner agencies|organisations|services|everyone))$/i;

function ownerNotes(owners: readonly string[]): StandingNote[] {
  const named = owners.map((owner) => owner.trim()).filter((owner) => owner !== '');
  if (named.length === 0) return [];
  if (named.every((owner) => EVERYONE.test(owner))) {
    const words = `“${named[0]}” is everyone, so no one answers for it. Name the post that will lead it.`;
    return [{ code: 'allStaffField', status: 'look', title: 'Asks everyone', words, at: 'owners' }];
  }
  if (named.some((owner) => readOwnerField(owner).some((read) => read.type === 'post'))) return [];
  const words = 'A body is named, not a post. Naming a post makes it plain who answers for it.';
  return [{ code: 'ownerNotAPostField', status: 'note', title: 'Owner is not a post', words, at: 'owners' }];
}

function timescaleNotes(
  field: NonNullable<Readable['timescale']>,
  prose: { text: string; kind: string } | null,
  options: { today?: IsoDay },
): StandingNote[] {
  const notes: StandingNote[] = [];
  const written = field.asWritten.trim();
  // A day beside the words was read or given by a person: the words may say more than the day.
  const vague = field.due === null && readTimescaleField(written, options)?.kind === 'vague';
  if (vague) {
    const words = `“${written}” cannot be tested. Give a date, or a time from publication.`;
    notes.push({ code: 'vagueField', status: 'look', title: 'Vague timescale', words, at: 'timescale', span: written });
  }
  if (prose?.kind === 'vague' && !(vague && prose.text.toLowerCase() === written.toLowerCase())) {
    const words = `“${prose.text}” cannot be tested. The field says ${written}.`;
    notes.push({ code: 'vagueInProse', status: 'look', title: 'Timescale in the prose', words, at: 'text', span: prose.text });
  } else if (prose?.kind === 'standard') {
    const words = `“${prose.text}” is a practice standard. The field says ${written}.`;
    notes.push({ code: 'standardInProse', status: 'note', title: 'Not read as a deadline', words, at: 'timescale' });
  }
  return notes;
}

function completeNote(row: Readable): StandingNote {
  const there = ['Owner', 'date', 'measure', ...(row.assurance.length > 0 ? ['assurance'] : [])];
  const words = `${there.slice(0, -1).join(', ')} and ${there.at(-1)} are all there.`;
  return { code: 'complete', status: 'done', title: 'Complete', words, at: 'text' };
}

/** The words of a text taken out, with the commas that held them, and the gap closed. */
export function withoutWords(text: string, words: string): string {
  const at = words === '' ? -1 : text.indexOf(words);
  if (at < 0) return text;
  let before = text.slice(0, at).trimEnd();
  let after = text.slice(at + words.length).trimStart();
  // Between two commas they were an aside, and both commas go; before a stop the comma that led to them goes.
  if (before.endsWith(',') && /^[,.;:)]/.test(after)) before = before.slice(0, -1);
  if (after.startsWith(',')) after = after.slice(1).trimStart();
  if (before === '' || /[.!?]$/.test(before)) after = after.charAt(0).toUpperCase() + after.slice(1);
  const gap = before === '' || after === '' || /^[.,;:)!?]/.test(after) ? '' : ' ';
  return before + gap + after;
}
