import type { Mention, RegisterEntry } from '#shared/model/register.ts';
import type { Matcher } from '#shared/redaction/matcher.ts';
import type { AllowedWord } from '../compose/compose.ts';
import { unwrapped } from './decode-part.ts';
import type { TextPiece } from './extract-text.ts';
import { type Finding, placeOf } from './finding.ts';

/** What may remain: published by real name, or settled in exactly this paragraph. */
export type Allowance = { entries: ReadonlyMap<string, RegisterEntry>; words: ReadonlyMap<string, ReadonlyMap<string, number>> };

export function allowance(register: readonly RegisterEntry[], words: readonly AllowedWord[]): Allowance {
  const byContext = new Map<string, Map<string, number>>();
  for (const { context, word, count } of words) {
    const key = spaced(context);
    const inContext = byContext.get(key) ?? new Map<string, number>();
    inContext.set(spaced(word), Math.max(count, inContext.get(spaced(word)) ?? 0));
    byContext.set(key, inContext);
  }
  return { entries: new Map(register.map((entry) => [entry.id, entry])), words: byContext };
}

/** A label's tab, or a line that a program broke, is still the same paragraph. */
function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

const KINDS: Record<Mention['kind'], string> = {
  name: 'a name',
  dateOfBirth: 'a date of birth',
  address: 'an address',
  phone: 'a telephone number',
  email: 'an e-mail address',
  reference: 'a reference number',
};
const HOW: Record<TextPiece['kind'], string> = {
  paragraph: '',
  joined: ', in text that is hidden, deleted or split by such text',
  flat: ', in words that marks divide',
  fieldCode: ', in a field code',
  attribute: ', in a description, link or setting that the page does not show',
  aside: ', in a note that only a program reads',
  value: '',
};

type Hit = { finding: Finding; count: number; start: string; end: string };

/** Collects what is on the register, part by part; several of one kind in one place become one finding. */
export class NameScan {
  readonly #matcher: Matcher;
  readonly #may: Allowance;
  readonly #hits = new Map<string, Hit>();
  /** Characters searched and mentions found, by part: for the check sheet. */
  readonly searched = new Map<string, { characters: number; found: number }>();

  constructor(matcher: Matcher, may: Allowance) {
    this.#matcher = matcher;
    this.#may = may;
  }

  pieces(part: string, pieces: readonly TextPiece[]): void {
    for (const piece of pieces) this.text(part, piece);
  }

  text(part: string, piece: TextPiece): void {
    const tally = this.searched.get(part) ?? { characters: 0, found: 0 };
    this.searched.set(part, tally);
    tally.characters += piece.text.length;
    const spent = new Map<string, number>();
    for (const mention of this.#matcher.find(piece.text)) {
      if (this.#isPublic(mention) || this.#isSettled(piece.text, mention, spent)) continue;
      if (piece.kind === 'flat' && this.#known(part, mention)) continue;
      tally.found += 1;
      this.#hit(part, piece, mention, '');
    }
    for (const inner of unwrapped(piece.text)) {
      for (const mention of this.#matcher.find(inner)) {
        if (mention.status !== 'sure' || this.#isPublic(mention)) continue;
        tally.found += 1;
        this.#hit(part, piece, mention, ', in another spelling for machines');
      }
    }
  }

  findings(): Finding[] {
    return [...this.#hits.values()].map(({ finding, count, start, end }) => {
      const often = count > 1 ? ` ${count} times` : '';
      return { ...finding, message: `${start}${often}${end}` };
    });
  }

  #isPublic(mention: Mention): boolean {
    return mention.kind === 'name' && mention.entryIds.every((id) => this.#may.entries.get(id)?.publishAs === 'realName');
  }

  #isSettled(context: string, mention: Mention, spent: Map<string, number>): boolean {
    if (this.#may.words.size === 0) return false;
    const count = this.#may.words.get(spaced(context))?.get(spaced(mention.text)) ?? 0;
    const used = spent.get(mention.text) ?? 0;
    spent.set(mention.text, used + 1);
    return used < count;
  }

  /** The same words element by element have been told already. */
  #known(part: string, mention: Mention): boolean {
    const about = mention.entryIds.length === 1 ? mention.entryIds[0] : undefined;
    return [...this.#hits.values()].some(({ finding }) => finding.part === part && finding.entryId === about);
  }

  #hit(part: string, piece: TextPiece, mention: Mention, spelling: string): void {
    const entryId = mention.entryIds.length === 1 ? mention.entryIds[0] : undefined;
    const ask = mention.status === 'ask';
    const key = JSON.stringify([part, piece.kind, mention.kind, ask, mention.entryIds, spelling]);
    const known = this.#hits.get(key);
    if (known) {
      known.count += 1;
      return;
    }
    const who = mention.entryIds.map((id) => this.#may.entries.get(id)?.pseudonym.trim() || 'an entry without a pseudonym');
    const where = `${placeOf(part)}${piece.paragraph === null ? '' : `, paragraph ${piece.paragraph}`}${HOW[piece.kind]}${spelling}`;
    const start = ask
      ? `What may be ${KINDS[mention.kind]} on the register stands`
      : `${capital(KINDS[mention.kind])} on the register stands`;
    const finding: Finding = {
      part,
      kind: ask ? 'undecided' : mention.kind,
      message: '',
      ...(entryId === undefined ? {} : { entryId }),
    };
    this.#hits.set(key, { finding, count: 1, start, end: ` in ${where}. On the register as ${who.join(' or ')}.` });
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
