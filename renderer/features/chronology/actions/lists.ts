/** Other lists of the chronology, by the parameter that opens them. */
export const LISTS = [
  { show: 'same', label: 'Same event', words: 'accounts duplicate contradiction' },
  { show: 'threads', label: 'Open threads', words: 'annotation comment reply waiting discussion' },
  { show: 'challenges', label: 'Accuracy challenges', words: 'dispute wrong fact log' },
  { show: 'memos', label: 'Memos', words: 'note thought analytic' },
  { show: 'missing', label: 'What is missing', words: 'gap no contact period' },
  { show: 'matrix', label: 'Themes by agency', words: 'matrix count table' },
] as const;
