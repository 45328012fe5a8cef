import type { RegisterEntry } from '../model/register.ts';
import { addressPatterns } from './address-patterns.ts';
import { squeeze } from './fold.ts';
import { isFuller, nicknamesOf } from './nicknames.ts';
import { addPattern, breaksOf, FULLER, type Identifiers, NICKNAME, noBreaks, type PatternDetail, push } from './pattern.ts';
import { addPerson } from './person.ts';
import { addPhrase } from './phrase.ts';

export function identifiersOf(register: readonly RegisterEntry[]): Identifiers {
  const ids: Identifiers = {
    entries: register,
    patterns: [],
    index: new Map(),
    persons: new Map(),
    surnames: new Map(),
    births: new Map(),
    written: new Set(),
    apostrophed: new Set(),
    spaced: new Set(),
    longWords: new Set(),
  };
  for (const [n, entry] of register.entries()) {
    for (const text of [entry.realName, ...entry.aliases]) {
      ids.written.add(text.normalize('NFC'));
      for (const word of text.normalize('NFC').split(/[\s,]+/)) ids.written.add(word);
    }
    if (entry.kind === 'person') addPerson(ids, n, entry);
    else for (const [k, name] of [entry.realName, ...entry.aliases].entries()) addOther(ids, n, entry, name, k > 0);
    for (const address of entry.addresses ?? []) addressPatterns(ids, n, address);
    for (const phone of entry.phones ?? []) addPhone(ids, n, phone);
    for (const email of entry.emails ?? []) addEmail(ids, n, email);
    for (const reference of entry.references ?? []) addReference(ids, n, reference);
    if (entry.dateOfBirth !== undefined) push(ids.births, entry.dateOfBirth, n);
  }
  addNicknames(ids);
  return ids;
}

/** Places, organisations and references by the shape of what stands there: an address, a number, or a name. */
function addOther(ids: Identifiers, n: number, entry: RegisterEntry, name: string, isAlias: boolean): void {
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(name.trim())) addEmail(ids, n, name);
  else if (/^\+?[\d\s()./-]{10,}$/.test(name.trim()) && /^(?:\+|0)/.test(name.trim())) addPhone(ids, n, name);
  else if (entry.kind === 'reference') addReference(ids, n, name);
  else if (entry.kind === 'place' && addressPatterns(ids, n, name)) return;
  else addPhrase(ids, n, name, isAlias);
}

/** Usual pet forms of everybody's first name, where the register does not itself give them. */
function addNicknames(ids: Identifiers): void {
  for (const [n, person] of ids.persons) {
    for (const given of person.givens) {
      for (const form of nicknamesOf(given)) {
        if (!person.givens.has(form))
          addPattern(ids, form, noBreaks(form), {
            entry: n,
            type: 'name',
            role: NICKNAME | (isFuller(given, form) ? FULLER : 0),
          });
        person.nicknames.add(form);
      }
    }
  }
}

function addPhone(ids: Identifiers, n: number, phone: string): void {
  const digits = phone.replace(/\(0\)/g, '').replace(/\D/g, '').replace(/^00/, '').replace(/^44/, '').replace(/^0+/, '');
  if (digits.length < 5) return;
  ids.written.add(phone.normalize('NFC'));
  addPattern(ids, digits, noBreaks(digits).fill(true), { entry: n, type: 'phone', role: 0 });
}

function addEmail(ids: Identifiers, n: number, email: string): void {
  const letters = squeeze(email);
  if (letters.length < 3) return;
  ids.written.add(email.trim());
  addPattern(ids, letters, noBreaks(letters).fill(true), { entry: n, type: 'email', role: 0 });
}

function addReference(ids: Identifiers, n: number, reference: string): void {
  const text = reference.trim();
  const letters = squeeze(text);
  if (letters === '') return;
  if (!/\d/.test(text)) {
    addPhrase(ids, n, text, false);
    return;
  }
  ids.written.add(text.normalize('NFC'));
  const exact: PatternDetail = letters.length < 5 ? { exactCase: text } : {};
  addPattern(ids, letters, breaksOf(text), { entry: n, type: 'reference', role: 0, detail: exact });
  // "NHS 999 214 0739", "LCS 40417736": the label may be missing or another.
  const bare = /^(?:\p{L}[\p{L}.]*[\s:#]+)+(?:no\.?|number|num|ref\.?)?[\s:#]*(.*\d.*)$/iu.exec(text)?.[1];
  const core = bare === undefined ? '' : squeeze(bare);
  if (core.length >= 4 && core !== letters) {
    ids.written.add(bare ?? '');
    addPattern(ids, core, breaksOf(bare ?? ''), {
      entry: n,
      type: 'reference',
      role: 0,
      detail: core.length < 5 ? { ask: true } : {},
    });
  }
  const figures = letters.replace(/^\p{L}+/u, '');
  // Six figures that could be a day are left to the dates.
  if (
    /^\d{6,}$/.test(figures) &&
    !/^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d$/.test(figures) &&
    figures !== core &&
    figures !== letters
  ) {
    addPattern(ids, figures, noBreaks(figures).fill(true), { entry: n, type: 'reference', role: 0, detail: { ask: true } });
  }
}
