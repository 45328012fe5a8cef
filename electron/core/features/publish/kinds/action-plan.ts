import type { PublicationModel } from '../model.ts';
import { planAsHeadings, planAsTables } from './chapters/plan.ts';
import { framed, type Frame, nothing } from './frame.ts';
import type { PublishedItem } from './items.ts';

export type ActionPlanFacts = Frame & { layout: 'headings' | 'table'; items: PublishedItem[] };

/** Each action with how far it has come: headings by default, which read better aloud than a wide table; a table on request. */
export function actionPlan(facts: ActionPlanFacts): PublicationModel {
  const none = nothing(
    facts,
    'Actions',
    'There is no action or recommendation to publish. Add or paste the actions first.',
    'Add actions',
  );
  return framed(facts, 'actionPlan', {
    body: facts.layout === 'table' ? planAsTables(facts.items) : planAsHeadings(facts.items),
    concerns: facts.items.length === 0 ? [none] : [],
  });
}
