const two = (n: number): string => String(n).padStart(2, '0');

/** The day of an instant by this computer's calendar. */
export function localDay(instant: string): string {
  const at = new Date(instant);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** What rows are called in the record; a table that is not here is called by its own name. */
const WORDS: Record<string, readonly [string, string]> = {
  review: ['review', 'reviews'],
  agency: ['agency', 'agencies'],
  agencyReturn: ['return', 'returns'],
  returnRow: ['row of a return', 'rows of a return'],
  returnBlock: ['block of rows', 'blocks of rows'],
  event: ['entry', 'entries'],
  eventSource: ['source', 'sources'],
  correction: ['correction', 'corrections'],
  theme: ['theme', 'themes'],
  themeTag: ['tag', 'tags'],
  annotation: ['annotation', 'annotations'],
  annotationReply: ['reply', 'replies'],
  accuracyChallenge: ['accuracy challenge', 'accuracy challenges'],
  registerEntry: ['register entry', 'register entries'],
  mentionDecision: ['mention', 'mentions'],
  finding: ['finding', 'findings'],
  evidence: ['piece of evidence', 'pieces of evidence'],
  recommendation: ['recommendation', 'recommendations'],
  recommendationFinding: ['link', 'links'],
  action: ['action', 'actions'],
  draftBlock: ['block of text', 'blocks of text'],
  remedy: ['remedy', 'remedies'],
  proceeding: ['note of proceedings', 'notes of proceedings'],
  publicationRule: ['rule for names', 'rules for names'],
  approval: ['approval', 'approvals'],
  publication: ['publication', 'publications'],
  passage: ['tagged passage', 'tagged passages'],
  memo: ['memo', 'memos'],
  memoLink: ['link of a memo', 'links of memos'],
};
/** Sources and rows of a return come with their entries and say nothing more. */
const QUIET = new Set(['eventSource', 'returnRow', 'returnBlock']);

/** "240 entries, 1 return" */
export function touchedWords(touched: readonly { table: string; rows: number }[]): string {
  const said = touched.filter(({ table }) => !QUIET.has(table) || touched.length === 1);
  return said
    .map(
      ({ table, rows }) =>
        `${rows.toLocaleString('en-GB')} ${(Object.hasOwn(WORDS, table) ? WORDS[table]?.[rows === 1 ? 0 : 1] : null) ?? table}`,
    )
    .join(', ');
}
