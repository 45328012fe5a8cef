import { z } from 'zod';

export const PublicationKind = z.enum([
  'full',
  'executiveSummary',
  'actionsOnly',
  'actionPlan',
  'chronology',
  'learningBrief',
  'webEntry',
]);
export type PublicationKind = z.infer<typeof PublicationKind>;

/** What a kind is called, and which words of its own it needs besides what the review holds. */
export type KindFacts = {
  /** On the title page and in the file's name. */
  label: string;
  /** For who chooses. */
  about: string;
  /** Why the report itself is not published (Children Act 2004, s.16F). */
  needsReason: boolean;
  /** What happened, told in a few sentences for this audience. */
  needsSummary: boolean;
};

export const KINDS: Readonly<Record<PublicationKind, KindFacts>> = {
  full: {
    label: 'Full report',
    about: 'The whole report: what happened, findings with their reasons, good practice, recommendations and actions.',
    needsReason: false,
    needsSummary: true,
  },
  executiveSummary: {
    label: 'Executive summary',
    about: 'Why the review was made, what happened in short, findings, good practice and recommendations.',
    needsReason: false,
    needsSummary: true,
  },
  actionsOnly: {
    label: 'Actions only',
    about: 'The actions, and why the report is not published.',
    needsReason: true,
    needsSummary: false,
  },
  actionPlan: {
    label: 'Action plan',
    about: 'Each action with owner, date, measure and how far it has come.',
    needsReason: false,
    needsSummary: false,
  },
  chronology: {
    label: 'Chronology',
    about: 'The integrated chronology, year by year.',
    needsReason: false,
    needsSummary: false,
  },
  learningBrief: {
    label: 'Learning brief',
    about: 'One or two pages for practitioners: what happened, what was learned, what will change.',
    needsReason: false,
    needsSummary: true,
  },
  webEntry: {
    label: 'Web page entry',
    about: 'A few sentences for the partnership’s page of reviews.',
    needsReason: false,
    needsSummary: true,
  },
};
