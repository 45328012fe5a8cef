import type { CorrectedField } from '#shared/model/chronology-event.ts';

/** What the inspector is asked to open: a form beside what it is about. `n` makes asking twice two askings. */
export type Task =
  | { kind: 'tag' | 'annotate' | 'challenge' | 'date' | 'link' | 'thread' | 'add'; n: number }
  /** In place of the entry: the filter's builder, many entries at once, paper. */
  | { kind: 'filter' | 'tagMany' | 'dates' | 'paper'; n: number }
  | { kind: 'correct'; field: CorrectedField | null; n: number };
export type TaskKind = Task['kind'];
