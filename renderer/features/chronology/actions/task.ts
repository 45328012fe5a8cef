import type { CorrectedField } from '#shared/model/chronology-event.ts';
import type { Words } from '../passages/words-in-hand.ts';

/** What the inspector is asked to open: a form beside what it is about. `n` makes asking twice two askings. */
export type Task =
  | { kind: 'tag' | 'annotate' | 'challenge' | 'date' | 'link' | 'thread' | 'memo' | 'add'; n: number }
  /** In place of the entry: the filter's builder, many entries at once, paper. */
  | { kind: 'filter' | 'tagMany' | 'annotateMany' | 'dates' | 'paper'; n: number }
  /** `inList`: selected in the list, where the focus goes back to. */
  | { kind: 'words'; words: Words; inList: boolean; n: number }
  | { kind: 'correct'; field: CorrectedField | null; n: number };
export type TaskKind = Task['kind'];
