const DITTO =
  /^[\s"'“”„‟‘’″〃´`.,\-–—(]*(?:ditto|do|as above|same as above|see above|as previous|same|a\/a|as row above|as previous entry|as entry above|as before|per above|as per above|(?:the )?same (?:date|day|time|source|person|worker|agency|record|file|as before|as previous(?: entry| row)?|again)|fel uchod)?[\s"'“”„‟‘’″〃´`.,\-–—)]*$/i;

/** "As above", ditto marks and their like, standing alone. A lone dash is an empty cell, not a ditto. */
export function isDitto(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed === '' || /^[-–—.\s]+$/.test(trimmed)) return false;
  return trimmed.length < 30 && DITTO.test(trimmed);
}

/** A cell that says only that there is nothing in it, as databases do as well. */
export function isEmptyMark(text: string): boolean {
  return /^(?:[-–—.\s]*|\s*[(<[]?null[)>\]]?\s*)$/i.test(text);
}
