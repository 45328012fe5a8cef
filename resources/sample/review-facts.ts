/** The review that the sample is about, on the sample's "today": the actions are ready and the report is held. */
export const SAMPLE_TODAY = '2026-11-16';

export type ReviewQuestion = { readonly key: string; readonly text: string };

export const SAMPLE_REVIEW = {
  title: `Child V`,
  reference: `LCSPR 2026/01`,
  partnership: `Ostermere Safeguarding Children Partnership`,
  partnershipShort: `OSCP`,
  profile: 'lcspr',
  subject: 'child-v',
  scopeFrom: '2024-03-01',
  scopeTo: '2025-11-09',
  backgroundFrom: '2013-09-01',
  scopeExceptions: [
    { agency: 'PO', text: `Adult H from 2019.` },
    { agency: 'SC', text: `The safety of Sibling W and Sibling X to 14 November 2025.` },
  ],
  notifiedOn: '2025-11-13',
  rapidReviewSentOn: '2025-12-04',
  nationalPanelRepliedOn: '2025-12-15',
  returnsDue: '2026-02-27',
  plannedPublication: '2026-11-18',
  reviewer: { name: `Nadia Fenwick-Osei`, post: `Independent Reviewer` },
  businessManager: { name: `Colin Trewartha`, post: `Business Manager` },
  reviewPanel: [
    `Designated Nurse, Integrated Care Board (chair)`,
    `Principal Social Worker, Ostermere Children's Social Care`,
    `Detective Inspector, Public Protection, Ostershire Constabulary`,
    `Named Nurse, Ostermere Hospitals Trust`,
    `Named GP`,
    `Head of 0–19 Services, Oster Community Health`,
    `Education Safeguarding Lead, Ostermere Education`,
    `Head of Tenancies, Oster Homes`,
    `Solicitor to the partnership`,
  ],
  conflictOfInterest: `The Named Nurse for the hospitals trust signed its 2023 rule on discharge after two missed appointments and supervised the nurse known as NUR1. She declared this on 2 February 2026. Her deputy wrote the trust’s return, and she leaves the room for Finding 2 and Recommendation 1. The chair agreed and it is on the log.`,
} as const;

export const SAMPLE_PROCEEDINGS = [
  {
    kind: 'criminal',
    about: `Adult H was charged on 10 November 2025. The trial is listed for 1 February 2027.`,
    heldKinds: ['full', 'executiveSummary', 'actionPlan', 'chronology', 'learningBrief'],
    reason: `The trial has not been held, and what happened is contested.`,
    askedOf: `The Crown Prosecution Service, through the senior investigating officer`,
    askedOn: '2026-10-05',
    answer: `No objection to the actions alone, if they do not retell the case.`,
  },
  {
    kind: 'care',
    about: `The care proceedings ended on 18 June 2026. The court’s reporting limits stay in force.`,
    heldKinds: [],
    reason: '',
    askedOf: '',
    askedOn: null,
    answer: '',
  },
] as const;

export const REVIEW_QUESTIONS: readonly ReviewQuestion[] = [
  { key: 'Q1', text: `What were Child V’s days like, and was he seen, heard and understood?` },
  {
    key: 'Q2',
    text: `Who lived in the home, who stayed there and who collected the children, and how would anybody have known?`,
  },
  {
    key: 'Q3',
    text: `What happened each time Child V was not brought to an appointment, in each service and across all of them?`,
  },
  { key: 'Q4', text: `How were worries about the children raised, screened, shared and answered?` },
  { key: 'Q5', text: `Was Adult F supported, and was Adult G involved?` },
  { key: 'Q6', text: `Where did supervision, workload, handover and recording help, and where did they get in the way?` },
];

/**
 * The reason printed above the actions while the report is held: from the facts that the partners agreed on 1 October 2026.
 * It tells nothing about the child, what happened or when.
 */
export const ACTIONS_ONLY_REASON = `The review of Child V’s case is finished. A criminal trial is still to take place and what happened is contested before the court, so publishing the full report now could prejudice those proceedings. The children of the family are living, and they are entitled to grow up without their lives being told in public. The partnership nevertheless owes it to the public to say what must improve. It is therefore publishing the recommendations and the actions that follow from them, on which work has already begun, and will publish a fuller report once the proceedings allow it.`;
