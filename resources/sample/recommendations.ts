import type { ActionStatus, Timescale } from '#shared/model/recommendation.ts';

export type SampleAction = {
  readonly number: string;
  readonly heading: string;
  readonly text: string;
  readonly owners: readonly string[];
  readonly leadAgency: string | null;
  readonly timescale: Timescale | null;
  readonly successMeasure: string | null;
  readonly assurance: readonly string[];
  readonly status: ActionStatus;
};

export type SampleRecommendation = {
  readonly key: string;
  readonly heading: string;
  readonly text: string;
  readonly owners: readonly string[];
  readonly leadAgency: string | null;
  readonly timescale: Timescale | null;
  readonly successMeasure: string | null;
  readonly expectedOutcome: string | null;
  readonly assurance: readonly string[];
  readonly level: 'local' | 'regional' | 'national';
  readonly findings: readonly string[];
  /** R8 and R9 are weak on purpose: the reader of recommendations has something to explain. */
  readonly weak: boolean;
  readonly actions: readonly SampleAction[];
};

const GROUP = `Learning and Improvement Group`;
const EXECUTIVE = `OSCP Executive`;
const HEALTH_FORUM = `Health Safeguarding Forum`;
const SC_BOARD = `Children's Social Care Safeguarding Board`;
const ED_BOARD = `Education Safeguarding Board`;
const AH_BOARD = `Hospitals Trust Safeguarding Board`;

function by(asWritten: string, due: string | null): Timescale {
  return { asWritten, due };
}

/** Text for publication: no name, no place, nothing that tells the case again. */
export const SAMPLE_RECOMMENDATIONS: readonly SampleRecommendation[] = [
  {
    key: 'R1',
    heading: `When a child is not brought to health appointments`,
    text: `The Designated Nurse should agree one pathway with the hospitals trust, the community health trust and general practice for a child who is not brought. Under it each service tells the child’s GP practice of every missed appointment, the practice adds them up across all services, and a second one leads to a conversation between the services about what it means for the child before anybody discharges. The pathway should be in use by 31 March 2027.`,
    owners: [`Designated Nurse`],
    leadAgency: `Integrated Care Board`,
    timescale: by(`31 March 2027`, '2027-03-31'),
    successMeasure: `In an audit of 50 children, 90% of second missed appointments have been discussed across the services.`,
    expectedOutcome: `A pattern of absence is seen as one pattern, early, by somebody who can act on it.`,
    assurance: [`Designated Nurse`, HEALTH_FORUM, GROUP, EXECUTIVE],
    level: 'local',
    findings: ['F2'],
    weak: false,
    actions: [
      {
        number: '1.1',
        heading: `Compare the policies`,
        text: `Set the three services’ policies on missed appointments side by side and list where they contradict one another.`,
        owners: [`Designated Nurse`],
        leadAgency: `Integrated Care Board`,
        timescale: by(`30 September 2026`, '2026-09-30'),
        successMeasure: `A comparison signed by the three services.`,
        assurance: [HEALTH_FORUM],
        status: 'done',
      },
      {
        number: '1.2',
        heading: `Agree the pathway`,
        text: `Write the single pathway, try it in two practices and have it agreed by the three services, with the wording of letters and of the alert that the practice sees.`,
        owners: [`Designated Nurse`],
        leadAgency: `Integrated Care Board`,
        timescale: by(`29 January 2027`, '2027-01-29'),
        successMeasure: `Pathway agreed in writing by all three services.`,
        assurance: [HEALTH_FORUM, GROUP],
        status: 'amber',
      },
      {
        number: '1.3',
        heading: `Audit`,
        text: `Audit 50 children with two or more missed appointments, chosen across the services, and report what was done and what changed for them.`,
        owners: [`Designated Nurse`],
        leadAgency: `Integrated Care Board`,
        timescale: by(`September 2027`, '2027-09-30'),
        successMeasure: `90% of second missed appointments discussed across the services.`,
        assurance: [HEALTH_FORUM, GROUP, EXECUTIVE],
        status: 'notStarted',
      },
    ],
  },
  {
    key: 'R2',
    heading: `Knowing every adult in a child’s life`,
    text: `The Service Director should change assessment practice so that every adult who lives in the home, stays there or collects the children is asked about, recorded and checked, with a date of birth and with other spellings of the name. The question is put to the children, to both parents and to the agencies that know the address, housing among them, within three months of publication.`,
    owners: [`Service Director`],
    leadAgency: `Ostermere Children's Social Care`,
    timescale: by(`within three months of publication`, null),
    successMeasure: `In a sample of 40 assessments, 95% list every adult with date of birth and the result of checks.`,
    expectedOutcome: `An adult whom several agencies have met is known to the one that assesses.`,
    assurance: [`Service Director`, SC_BOARD, GROUP, EXECUTIVE],
    level: 'local',
    findings: ['F3'],
    weak: false,
    actions: [
      {
        number: '2.1',
        heading: `Change the form`,
        text: `Put on the assessment form a line for each adult who lives in, stays in or collects from the home, with who said so and the date on which it was checked.`,
        owners: [`Service Director`],
        leadAgency: `Ostermere Children's Social Care`,
        timescale: by(`18 December 2026`, '2026-12-18'),
        successMeasure: `Form in use in every team.`,
        assurance: [SC_BOARD],
        status: 'inProgress',
      },
      {
        number: '2.2',
        heading: `Bring housing into checks`,
        text: `Sign the information-sharing agreement under which housing associations answer a request about who is known at an address. The agreement is drafted and not yet signed.`,
        owners: [`Service Director`, `Head of Tenancies`],
        leadAgency: `Ostermere Children's Social Care`,
        timescale: by(`15 January 2027`, '2027-01-15'),
        successMeasure: `Agreement signed; reply within two working days in 19 of 20 requests.`,
        assurance: [SC_BOARD, GROUP],
        status: 'red',
      },
    ],
  },
  {
    key: 'R3',
    heading: `Each parent in the school record`,
    text: `The Director of Education should see that every school’s record holds a contact line of its own for each parent with parental responsibility, and that absence, letters and meetings reach both unless a court has said otherwise, before the autumn term 2027 opens.`,
    owners: [`Director of Education`],
    leadAgency: `Ostermere Education`,
    timescale: by(`before the autumn term 2027 opens`, '2027-08-31'),
    successMeasure: `At the school census fewer than 2% of second-parent lines are blank without a reason.`,
    expectedOutcome: `A parent who lives elsewhere is told, and is somewhere to turn.`,
    assurance: [`Director of Education`, ED_BOARD, GROUP, EXECUTIVE],
    level: 'local',
    findings: ['F4'],
    weak: false,
    actions: [
      {
        number: '3.1',
        heading: `Add the fields`,
        text: `Add the second contact line to the standard set-up of school systems and give office staff a short script for asking about it.`,
        owners: [`Director of Education`],
        leadAgency: `Ostermere Education`,
        timescale: by(`June 2027`, '2027-06-30'),
        successMeasure: `Fields live in all schools.`,
        assurance: [ED_BOARD],
        status: 'notStarted',
      },
    ],
  },
  {
    key: 'R4',
    heading: `An answer to everybody who refers`,
    text: `With immediate effect the Head of Front Door should send each professional who raises a worry about a child, in whatever way, a written answer within three working days: what was decided, why, and what the referrer can do if they disagree. “Advice” is a decision and is answered like any other. The practice is to be audited at six months.`,
    owners: [`Head of Front Door`],
    leadAgency: `Ostermere Children's Social Care`,
    timescale: by(`immediate, audit at six months`, null),
    successMeasure: `95% of contacts answered in writing within three working days, and a survey of referrers that says the answer could be used.`,
    expectedOutcome: `Nobody believes that a worry is held when it is not.`,
    assurance: [`Head of Front Door`, SC_BOARD, GROUP, EXECUTIVE],
    level: 'local',
    findings: ['F5'],
    weak: false,
    actions: [
      {
        number: '4.1',
        heading: `Reply letter`,
        text: `Bring the reply letter into use for every contact, advice included.`,
        owners: [`Head of Front Door`],
        leadAgency: `Ostermere Children's Social Care`,
        timescale: by(`2 November 2026`, '2026-11-02'),
        successMeasure: `Letter generated when a contact is closed.`,
        assurance: [SC_BOARD],
        status: 'done',
      },
      {
        number: '4.2',
        heading: `Audit and survey`,
        text: `Audit six months of contacts and ask those who referred whether the answer told them what they needed.`,
        owners: [`Head of Front Door`],
        leadAgency: `Ostermere Children's Social Care`,
        timescale: by(`31 May 2027`, '2027-05-31'),
        successMeasure: `95% answered; survey reported to the group.`,
        assurance: [SC_BOARD, GROUP],
        status: 'notStarted',
      },
    ],
  },
  {
    key: 'R5',
    heading: `No plan without a worker`,
    text: `The Principal Social Worker should make three things the rule by 30 June 2027: a child-in-need plan begins only with a named worker; when a worker leaves, the old and the new worker visit the child together; and a plan is closed on evidence of change for the child, never because a season or a term is ending.`,
    owners: [`Principal Social Worker`],
    leadAgency: `Ostermere Children's Social Care`,
    timescale: by(`30 June 2027`, '2027-06-30'),
    successMeasure: `A monthly count of plans without a named worker, at nil; every child seen within 10 working days of a change of worker.`,
    expectedOutcome: `A plan means visits.`,
    assurance: [`Principal Social Worker`, SC_BOARD, GROUP, EXECUTIVE],
    level: 'local',
    findings: ['F6'],
    weak: false,
    actions: [
      {
        number: '5.1',
        heading: `Handover visits`,
        text: `Begin joint handover visits in all assessment and support teams, with the date of the visit recorded before the case moves.`,
        owners: [`Principal Social Worker`],
        leadAgency: `Ostermere Children's Social Care`,
        timescale: by(`26 February 2027`, '2027-02-26'),
        successMeasure: `A joint visit recorded in nine of ten handovers.`,
        assurance: [SC_BOARD],
        status: 'inProgress',
      },
      {
        number: '5.2',
        heading: `Supervision asks about the child’s week`,
        text: `Change the supervision record so that it opens with what the child’s week is like and how the worker knows, before any task.`,
        owners: [`Principal Social Worker`],
        leadAgency: `Ostermere Children's Social Care`,
        timescale: by(`31 March 2027`, '2027-03-31'),
        successMeasure: `Answered in 18 of 20 records read each quarter.`,
        assurance: [SC_BOARD, GROUP],
        status: 'amber',
      },
    ],
  },
  {
    key: 'R6',
    heading: `Asking about the children already at home`,
    text: `The Head of Midwifery with the Head of 0–19 Services should make the daily life of older children a standing question at booking and at the new birth visit, asked when the mother is by herself, and should share the answer between the two services, within six months of publication.`,
    owners: [`Head of Midwifery`, `Head of 0–19 Services`],
    leadAgency: `Ostermere Hospitals Trust`,
    timescale: by(`within six months of publication`, null),
    successMeasure: `In 30 records the question is answered and shared in 27; a parents’ panel says how it felt to be asked.`,
    expectedOutcome: `A parent’s health and a new baby are seen together with the children who live alongside them.`,
    assurance: [`Head of Midwifery`, AH_BOARD, GROUP, EXECUTIVE],
    level: 'local',
    findings: ['F8'],
    weak: false,
    actions: [
      {
        number: '6.1',
        heading: `Question at booking`,
        text: `Add the question and its guidance to the booking record, and train the community midwifery teams in asking it.`,
        owners: [`Head of Midwifery`],
        leadAgency: `Ostermere Hospitals Trust`,
        timescale: by(`April 2027`, '2027-04-30'),
        successMeasure: `Question live; all community teams trained.`,
        assurance: [AH_BOARD],
        status: 'notStarted',
      },
    ],
  },
  {
    key: 'R7',
    heading: `The child’s own words`,
    text: `The Business Manager should add to the partnership’s referral and plan forms a box for the child’s own words, drawings or silences, with the day and who was there, and ask decision-makers to say what they made of it. The forms change by 28 February 2027 and their use is then audited.`,
    owners: [`Business Manager`],
    leadAgency: `OSCP`,
    timescale: by(`28 February 2027, then audit`, '2027-02-28'),
    successMeasure: `Words in the box in 80% of referrals, and cited in the decision.`,
    expectedOutcome: `What a child tells one trusted adult reaches those who decide.`,
    assurance: [`Business Manager`, GROUP, EXECUTIVE],
    level: 'local',
    findings: ['F1', 'F7'],
    weak: false,
    actions: [
      {
        number: '7.1',
        heading: `Words box`,
        text: `Design the box with the staff who know children best, try it in three schools and put it on the forms.`,
        owners: [`Business Manager`],
        leadAgency: `OSCP`,
        timescale: by(`February 2027`, '2027-02-28'),
        successMeasure: `Box on both forms.`,
        assurance: [GROUP],
        status: 'inProgress',
      },
    ],
  },
  {
    key: 'R8',
    heading: `Professional curiosity`,
    text: `All staff should be reminded of the importance of professional curiosity.`,
    owners: [`All staff`],
    leadAgency: null,
    timescale: null,
    successMeasure: null,
    expectedOutcome: null,
    assurance: [GROUP],
    level: 'local',
    findings: ['F3'],
    weak: true,
    actions: [
      {
        number: '8.1',
        heading: `Reminder`,
        text: `Circulate a reminder to staff.`,
        owners: [],
        leadAgency: null,
        timescale: null,
        successMeasure: null,
        assurance: [],
        status: 'notStarted',
      },
    ],
  },
  {
    key: 'R9',
    heading: `Housing`,
    text: `Agencies should consider the part that housing can play in safeguarding children, as soon as possible, so that joint working is improved.`,
    owners: [`All agencies`],
    leadAgency: null,
    timescale: by(`as soon as possible`, null),
    successMeasure: `Joint working with housing is improved.`,
    expectedOutcome: null,
    assurance: [GROUP],
    level: 'local',
    findings: ['F5'],
    weak: true,
    actions: [
      {
        number: '9.1',
        heading: `Discussion`,
        text: `Put housing on a future agenda for discussion.`,
        owners: [],
        leadAgency: null,
        timescale: null,
        successMeasure: null,
        assurance: [],
        status: 'notStarted',
      },
    ],
  },
  {
    key: 'R10',
    heading: `National guidance on discharge`,
    text: `The Department of Health and Social Care should issue guidance that no child under seven is discharged from a health service for not being brought until somebody has spoken with the family and with the child’s other services. The Chair of the partnership will write to the department when the trial ends.`,
    owners: [`Department of Health and Social Care`, `OSCP Chair`],
    leadAgency: `OSCP`,
    timescale: by(`letter when the trial ends`, null),
    successMeasure: `A reply is received and published.`,
    expectedOutcome: `One national rule in place of many local ones.`,
    assurance: [`OSCP Chair`, EXECUTIVE],
    level: 'national',
    findings: ['F2'],
    weak: false,
    actions: [
      {
        number: '10.1',
        heading: `Letter`,
        text: `Draft the letter for the Chair’s signature, with the audit figures from action 1.1 in an annex.`,
        owners: [`Business Manager`],
        leadAgency: `OSCP`,
        timescale: by(`draft held until the trial ends`, null),
        successMeasure: `Draft agreed by the Executive.`,
        assurance: [EXECUTIVE],
        status: 'inProgress',
      },
    ],
  },
];
