import { actionsOnly } from '#core/features/publish/kinds/actions-only.ts';
import type { PublishedAction } from '#core/features/publish/kinds/items.ts';
import type { PublicationModel } from '#core/features/publish/model.ts';
import { MONTHS } from './entries.ts';
import { random } from './random.ts';
import { register } from './register.ts';

const OWNERS = [
  'Director of Nursing',
  'Head of Service',
  'Named General Practitioner',
  'Assistant Director, Education',
  'Detective Superintendent',
];
const STEPS = [
  'Each service records who was seen, where, and what was said, on the day of the visit.',
  'Supervisors look at every case with three missed appointments in six months and write down what is to be done.',
  'A referral that is sent back goes to the duty manager before it is closed.',
  'Letters about a child go to every address that is on the record.',
  'The step-down of a plan is agreed by all the services that work to it.',
];

/** An actions-only publication with so many actions, none of which names anybody of a register of so many identifiers. */
export function longPublication(actions: number, identifiers: number): PublicationModel {
  const r = random(31);
  const items = Array.from({ length: actions }, (_, i): PublishedAction => {
    const month = r.below(12);
    return {
      table: 'action',
      id: `01900000-0000-7000-8000-${String(i + 1).padStart(12, '0')}`,
      number: String(i + 1),
      heading: r.chance(0.5) ? 'Seeing and hearing the child' : null,
      text: `${r.pick(STEPS)} ${r.pick(STEPS)}\n\n${r.pick(STEPS)}`,
      owners: [r.pick(OWNERS)],
      leadAgency: null,
      timescale: { asWritten: `by the end of ${MONTHS[month]} 2027`, due: `2027-${String(month + 1).padStart(2, '0')}-28` },
      successMeasure: '95% of records looked at in the quarterly audit hold all three.',
      assurance: ['Learning Group'],
      status: 'notStarted',
    };
  });
  return actionsOnly({
    reviewId: 'review',
    publicationId: 'publication',
    partnership: 'Ostermere Safeguarding Children Partnership',
    reviewTitle: null,
    reviewTypeLabel: 'Local child safeguarding practice review',
    reference: 'M/1',
    subjectPseudonym: 'Child T',
    author: null,
    reason: 'Criminal proceedings have not ended.',
    publishedOn: '2026-11-18',
    audience: null,
    items,
    register: register(identifiers),
    decisions: [],
    remedies: [],
    rules: [],
  });
}
