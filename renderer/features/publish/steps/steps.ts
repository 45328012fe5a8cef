import type { RegisterKind } from '#shared/model/register.ts';

/** The way from a list of actions to a published file, in its order. */
export const STEP_IDS = ['what', 'reason', 'names', 'check', 'approve', 'make'] as const;
export type StepId = (typeof STEP_IDS)[number];
export const isStep = (id: string | undefined): id is StepId => (STEP_IDS as readonly string[]).includes(id ?? '');

export type Standing = {
  recommendations: number;
  actions: number;
  /** What the publication itself lacks: a partnership, a title, a day. */
  lacks: number;
  reasonWords: number;
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

/** "10 recommendations, 24 actions": what there is, without what there is not. */
export function contentWords(standing: Pick<Standing, 'recommendations' | 'actions'>): string {
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
  const some = s.recommendations + s.actions > 0;
  const named = Object.values(s.register).some((n) => n > 0);
  return [
    {
      id: 'what',
      title: 'What is published',
      words: s.lacks > 0 && some ? `${content}; something is missing` : `${content.charAt(0).toUpperCase()}${content.slice(1)}`,
      done: some && s.lacks === 0,
    },
    {
      id: 'reason',
      title: 'Why not the report',
      words: s.reasonWords > 0 ? `Reason given, ${of(s.reasonWords, 'word')}` : 'The reason is missing',
      done: s.reasonWords > 0,
    },
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
