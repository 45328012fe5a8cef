import { KINDS, type PublicationKind } from '#shared/model/publication-kinds.ts';
import type { RegisterKind } from '#shared/model/register.ts';

/** The way from a list of actions to a published file, in its order. */
export const STEP_IDS = ['what', 'reason', 'names', 'check', 'approve', 'make'] as const;
export type StepId = (typeof STEP_IDS)[number];
export const isStep = (id: string | undefined): id is StepId => (STEP_IDS as readonly string[]).includes(id ?? '');

export type Standing = {
  kind: PublicationKind;
  /** Words that would be printed. */
  words: number;
  /** The kind has something to publish. */
  some: boolean;
  recommendations: number;
  actions: number;
  /** What the publication itself lacks: a partnership, a title, a day. */
  lacks: number;
  /** Words of the reason, or of the summary, whichever the kind asks for. */
  writtenWords: number;
  register: Record<RegisterKind, number>;
  blocks: number;
  looks: number;
  /** Somebody has ticked that they read the whole text as it now is. */
  read: boolean;
  approvedBy: readonly string[];
  /** This very content has been made into a file. */
  made: boolean;
};
export type Step = { id: StepId; title: string; words: string; done: boolean };

const of = (n: number, one: string, many = `${one}s`): string => `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;
const KIND_WORDS: readonly [RegisterKind, string, string][] = [
  ['person', 'name', 'names'],
  ['place', 'place', 'places'],
  ['organisation', 'organisation', 'organisations'],
  ['reference', 'number', 'numbers'],
];

/** "10 recommendations, 24 actions", or "1,240 words": what there is, without what there is not. */
export function contentWords(standing: Pick<Standing, 'kind' | 'words' | 'recommendations' | 'actions'>): string {
  if (standing.kind !== 'actionsOnly' && standing.kind !== 'actionPlan') return of(standing.words, 'word');
  const parts = [
    standing.recommendations > 0 && of(standing.recommendations, 'recommendation'),
    standing.actions > 0 && of(standing.actions, 'action'),
  ].filter((part) => part !== false);
  return parts.length > 0 ? parts.join(', ') : 'no action yet';
}

export function registerWords(register: Standing['register']): string {
  const parts = KIND_WORDS.filter(([kind]) => register[kind] > 0).map(([kind, one, many]) => of(register[kind], one, many));
  return parts.length > 0 ? parts.join(', ') : 'Nobody named yet';
}

export function checkWords({ blocks, looks }: Pick<Standing, 'blocks' | 'looks'>): string {
  const parts = [
    blocks === 0 ? 'Nothing blocks' : of(blocks, 'blocks', 'block'),
    looks > 0 && `${looks.toLocaleString('en-GB')} to look at`,
  ];
  return parts.filter((part) => part !== false).join(', ');
}

/** Each step with its state in words. Nothing here decides: the core asks the same again at the approval and the making. */
export function stepsOf(s: Standing): Step[] {
  const content = contentWords(s);
  const named = Object.values(s.register).some((n) => n > 0);
  return [
    {
      id: 'what',
      title: 'What is published',
      words: s.lacks > 0 && s.some ? `${content}; something is missing` : `${content.charAt(0).toUpperCase()}${content.slice(1)}`,
      done: s.some && s.lacks === 0,
    },
    ...writtenStep(s),
    { id: 'names', title: 'What must not appear', words: registerWords(s.register), done: named },
    {
      id: 'check',
      title: 'Check',
      words: s.blocks === 0 && !s.read ? `${checkWords(s)}; not yet read` : checkWords(s),
      done: s.blocks === 0 && s.read,
    },
    {
      id: 'approve',
      title: 'Approve',
      words: s.approvedBy.length > 0 ? s.approvedBy.join('; ') : 'Someone other than the author',
      done: s.approvedBy.length > 0,
    },
    {
      id: 'make',
      title: 'Make the file',
      words: s.made ? 'Made, checked and handed over' : 'Word document and check sheet',
      done: s.made,
    },
  ];
}

/** The text that a kind asks for: why the report is not published, or what happened; none where it asks for neither. */
function writtenStep({ kind, writtenWords }: Pick<Standing, 'kind' | 'writtenWords'>): Step[] {
  const { needsReason, needsSummary } = KINDS[kind];
  const done = writtenWords > 0;
  if (needsReason) {
    const words = done ? `Reason given, ${of(writtenWords, 'word')}` : 'The reason is missing';
    return [{ id: 'reason', title: 'Why not the report', words, done }];
  }
  if (!needsSummary) return [];
  return [{ id: 'reason', title: 'What happened', words: done ? of(writtenWords, 'word') : 'Not written yet', done }];
}

/** Where the work is: the first step that is not done. Approval waits for the check, the file for the approval. */
export function firstOpen(steps: readonly Step[]): StepId {
  return steps.find((step) => !step.done)?.id ?? 'make';
}

/** What stands in the way of an approval, or null. */
export function cannotApprove(s: Pick<Standing, 'blocks' | 'read'>): string | null {
  if (s.blocks > 0) return `${of(s.blocks, 'thing blocks', 'things block')} this`;
  return s.read ? null : 'Read the whole text, then tick it in the check sheet';
}
/** What stands in the way of the file, or null. */
export function cannotPublish(s: Pick<Standing, 'blocks' | 'read' | 'approvedBy'>): string | null {
  if (s.approvedBy.length === 0) return cannotApprove(s) ?? 'Not approved yet';
  return s.blocks > 0 ? cannotApprove(s) : null;
}
