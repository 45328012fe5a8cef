const NO_CONTACT =
  /^(?:there (?:was|were|is|has been|have been) )?(?:nil(?: return| contact| involvement| entries| recorded)?|no (?:(?:known|recorded|further|agency|direct|significant|relevant) ){0,3}(?:contacts?|involvement|entries|records?|events?|information|activity)(?: or (?:contact|involvement))?|none|not known(?: to (?:this |the )?(?:agency|service|us))?|nothing (?:recorded|to report|held|known)|nil to report)\b(.*)$/i;
/** What may follow the bare statement: that it is of record, with whom, and when. */
const NO_CONTACT_REST =
  /^(?:[ ,]+(?:recorded|held|known|found|noted|to report|identified|with (?:the |this )?(?:child|children|family|agency|service|household|subject)s?)){0,4}(?:[ ,]+(?:in|during|for|within|over|between|from|since|until|after|before|on (?:the )?(?:system|file|record))\b.{0,100})?[.\s]*$/i;

/**
 * An entry that states that the agency had no contact in a period. Cautious: "No contact made, card left" is an event,
 * so anything more than the bare statement is one.
 */
export function statesNoContact(text: string): boolean {
  if (text.length > 400 || !/^\s*(?:no|nil|there)/i.test(text)) return false;
  const trimmed = text.replace(/\s+/g, ' ').trim();
  return (
    trimmed.length <= 160 &&
    !/\b(?:made|able|answer|reply|with (?:mother|father|mum|dad)|attempt|visit|rang|called)\b/i.test(trimmed) &&
    NO_CONTACT_REST.test(NO_CONTACT.exec(trimmed)?.[1] ?? '!')
  );
}

/** Ways of saying that there is nothing, beside the bare statement of a period without contact. */
const NIL_WORDS = new RegExp(
  [
    /\b(?:hold|held|holds|have|has|had) (?:no|nothing|not any)\b(?! (?:more|further|else|other|additional)\b).{0,40}\b(?:information|records?|involvement|contact|share|report|record|add|contribute|submit)\b/,
    /\b(?:did|do|does) not (?:know|hold|have)\b.{0,40}\b(?:family|child|children|information|records?|contact|involvement|subjects?|household)\b/,
    /\bnothing (?:is |was |has been )?(?:held|known|recorded|found|to (?:report|share|submit|add|record|contribute))\b/,
    /\bno (?:relevant |further |additional )?information (?:to (?:share|report|submit)|(?:is |was )?(?:held|found))\b/,
    /\bdim (?:i\W?w adrodd|cyswllt|cofnod|gwybodaeth)|\bddim yn hysbys\b|\bdim byd i\W?w\b/,
  ]
    .map((part) => part.source)
    .join('|'),
  'i',
);

/** Words by which a cover page, an empty table or a letter says that there is nothing to send. */
export function saysNilReturn(text: string): boolean {
  const flat = text.replace(/\s+/g, ' ').trim();
  // "If you hold nothing, write nil return": a form that says how to, not an agency that does.
  if (/^\W*(?:if|where|when|should)\b.*\b(?:write|state|enter|put|type|tick|send|mark|say|complete|submit)\b/i.test(flat))
    return false;
  return (
    // "None" and "Nil" alone answer many questions; in a form they do not make it a nil return.
    (statesNoContact(flat) && flat.split(' ').length > 1) ||
    NIL_WORDS.test(flat) ||
    /\bnil[- ]return\b/i.test(flat) ||
    /\b(?:no (?:known |previous |recorded )?(?:contact|involvement|records?|trace|information)|not (?:been )?known|never been known|unknown to)\b.{0,120}\b(?:agency|service|trust|organisation|force|family|child|children|subjects?|review|period|scope|us|system|records?|name|address|database)\b/i.test(
      flat,
    )
  );
}

/** Instructions or the form in which a cell should be filled in: "dd/mm/yyyy", "e.g.", "Enter the date of the event". */
export function isInstruction(text: string): boolean {
  const trimmed = text.trim();
  return (
    /\bdd[\s./-]*mm|\bhh[:.]?mm\b|\by{4}\b/i.test(trimmed) ||
    /^[([]?\s*(?:e\.?g\.?[\s:,]|example\b|for example\b|please\b|enter\b|insert\b|give\b|state\b|use\b|add\b|record\b|specify\b|which\b|who\b|what\b|click\b|tap\b|put\b|name (?:the|of)\b|list\b|describe\b|write\b|include\b|provide\b|indicate\b|identify\b|explain\b|summari[sz]e\b|type\b|select\b|choose\b|complete\b|only facts|facts only|brief(?:ly)?\b|free text\b|nodwch\b)/i.test(
      trimmed,
    )
  );
}

export function isExample(text: string): boolean {
  return /^[([]?\s*(?:(?:worked )?example|e\.?g\.?|sample|enghraifft)\b[\s:.)\]-]*/i.test(text.trim());
}

/** A date that says it is made up: "01/01/2020 (example)". */
export function isExampleDate(text: string): boolean {
  return /\b(?:example|e\.g|sample|enghraifft)\b/i.test(text);
}

/** The number or letter of each column, as forms print it over or under the headings: 1 2 3, (a) (b) (c). */
export function numbersColumns(texts: readonly string[]): boolean {
  const marks = texts.map((text) => text.replace(/[().\s]|^(?:col(?:umn)?)\b/gi, '').toLowerCase());
  const filled = marks.filter((mark) => mark !== '');
  if (filled.length < 2 || filled.length < texts.length - 1) return false;
  const [first] = filled;
  if (first !== '1' && first !== 'a') return false;
  return filled.every((mark, i) => mark === (first === '1' ? String(i + 1) : String.fromCharCode(97 + i)));
}

/** What stands under a table: notes, keys, signatures. */
export function isTableNote(text: string): boolean {
  return /^\s*(?:[*†‡]|n\.?b\.?\b|notes?\b\s*[:.–-]|notes?$|note that\b|key\b\s*[:.–-]|key$|abbreviations?\b|glossary\b|signed\b|signature\b|completed by\b|prepared by\b|printed (?:on|by|from)\b|produced (?:on|by)\b|exported (?:on|by|from)\b|last updated\b|report (?:run|date|produced)\b|date (?:of report|signed|printed|prepared|produced|submitted)\b|compiled by\b|author\b\s*:|(?:grand |sub-?)?totals?\b|end of (?:chronology|table|document|report|return)\b|source\s*:|checked by\b|approved by\b|date completed\b|p\.?t\.?o\b|page \d+\b|continued (?:over|on)\b|(?:the )?end\W*$|confidential\b|official\b)/i.test(
    text,
  );
}

/** A line drawn in characters, or dashes for nothing in every cell: a row that says nothing. */
export function isRuledLine(texts: readonly string[]): boolean {
  return texts.every((text) => /^[-–—=_:+|\s]*$/.test(text));
}

/** A heading inside the table after which nothing is an entry. */
export function endsEntries(text: string): boolean {
  return /^\W*(?:key|glossary|abbreviations?|notes?|sign(?:ed|atures?)|recommendations?|actions?|conclusions?)\b/i.test(text);
}

/** Begins where no sentence begins: small letter, joining word, or a mark that only goes on. */
export function beginsInMidSentence(text: string): boolean {
  const trimmed = text.trimStart();
  return /^(?:[a-zà-öø-ÿ]|[,;)…]|\.\.\.|[-–—]\s*[a-zà-öø-ÿ])/.test(trimmed) || saysContinued(trimmed);
}

export function saysContinued(text: string): boolean {
  return /^[([]?\s*(?:cont(?:inued|'d|d)?\b\.?|continued from (?:above|previous page))/i.test(text.trimStart());
}

/** A date cell that says its row goes on with the one above: "12/03/2024 (cont.)". */
export function dateSaysContinued(text: string): boolean {
  return /\bcont(?:inued|'d|d)?\b/i.test(text);
}

/** Whether a text stops before its sentence does. */
export function isUnfinished(text: string): boolean {
  return text.trim() !== '' && !/[.!?"”'’)\]:]\s*$/.test(text.trimEnd());
}

/** A sentence that goes on takes a blank; a new one a new line. */
export function joint(before: string, after: string): string {
  return isUnfinished(before) || beginsInMidSentence(after) ? ' ' : '\n';
}
