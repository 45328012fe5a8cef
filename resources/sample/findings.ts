export type FindingKind = 'practice' | 'goodPractice' | 'systemic' | 'keyPracticeEpisode';

export type SampleFinding = {
  readonly key: string;
  readonly kind: FindingKind;
  /** Keys of the review's questions that the finding answers. */
  readonly questions: readonly string[];
  readonly title: string;
  readonly statement: string;
  /** Why it came about: what led to it and kept it so. */
  readonly why: string;
  readonly contributoryFactors: readonly string[];
  /** Numbers of the timeline; every agency's entry of the fact is evidence. */
  readonly evidenceFor: readonly number[];
  readonly evidenceAgainst: readonly number[];
};

/** The thirteen appointments that Child V was not brought to: hospital, practice, speech therapy. */
export const NOT_BROUGHT: readonly number[] = [11, 13, 14, 18, 24, 37, 46, 57, 75, 79, 92, 98, 115];
/** Adult H as six agencies met him, under two spellings and as a "brother". */
export const ADULT_H: readonly number[] = [2, 8, 29, 39, 54, 61, 62, 69, 71, 74, 94, 99, 102, 112, 126];

export const SAMPLE_FINDINGS: readonly SampleFinding[] = [
  {
    key: 'F1',
    kind: 'practice',
    questions: ['Q1'],
    title: `Child V’s words stayed at school`,
    statement: `Child V told the adults he trusted a good deal about his life, in few words and in drawings. School wrote it down as he said it, and for a year nobody outside the school used it.`,
    why: `The forms by which worries travel have no place for what a child says. School referred by telephone, so the page of dated words was described and not sent; the therapist’s notes were on paper in a cupboard. When the social worker met Child V it was for ten minutes, beside his sister, and a shy “I’m okay” became his recorded view.`,
    contributoryFactors: [
      `No field for the child’s words on the referral or the plan`,
      `Speech therapy notes kept on paper`,
      `Referrals taken by telephone`,
    ],
    evidenceFor: [29, 39, 51, 59, 65, 105],
    evidenceAgainst: [63, 113],
  },
  {
    key: 'F2',
    kind: 'systemic',
    questions: ['Q3'],
    title: `Thirteen absences, three rules, no meaning`,
    statement: `Child V was not brought to thirteen appointments in twenty months. Each of three health services followed its own rule for a missed appointment. No rule asked what the absences meant for him, and nobody held all thirteen.`,
    why: `Each rule counts the clinic’s own appointments and ends in discharge to the practice, which receives a letter and files it. Letters went on going to an address the family had left, because a change of address given in one place does not reach the others. To each service it looked like two, or three.`,
    contributoryFactors: [
      `Rules written for the use of clinic time`,
      `A discharge letter is a document to file, not a task`,
      `Addresses held separately by each service`,
    ],
    evidenceFor: [...NOT_BROUGHT, 26, 28],
    evidenceAgainst: [87, 104, 107, 117],
  },
  {
    key: 'F3',
    kind: 'practice',
    questions: ['Q2'],
    title: `A man whom six agencies had met and none had checked`,
    statement: `Adult H stood in the records of six agencies under two spellings, as a partner, a neighbour with a van, a helper and a brother. Each held a piece. The one check that was made was of another man.`,
    why: `Forms ask a mother who lives in the home and record her answer. A date of birth is asked for only when an adult is to be checked, so an adult who is not declared cannot be. Housing, which had his name and his van, is outside the circle that is asked. Staff also told the review that to ask twice feels like calling somebody a liar.`,
    contributoryFactors: [
      `Adult F the only source`,
      `No date of birth at booking or at the birth`,
      `Housing not part of checks`,
      `Two spellings, two police records`,
    ],
    evidenceFor: [...ADULT_H, 56, 70, 100].sort((a, b) => a - b),
    evidenceAgainst: [35, 63],
  },
  {
    key: 'F4',
    kind: 'practice',
    questions: ['Q5'],
    title: `A father with responsibility, neither told nor heard`,
    statement: `Adult G has parental responsibility, asked for news of his son, and gave social care a name. He was not seen in the assessment, not invited to a meeting, not told that the plan had opened or closed.`,
    why: `Systems hold one priority contact for each child, and it was Adult F’s. When he telephoned, the category “contact dispute” was chosen and it ended the thinking: what followed was advice to see a solicitor, given twice by two agencies. The assessment form offers “involved” or “not involved”.`,
    contributoryFactors: [
      `One contact field`,
      `A category that closes the question`,
      `No routine copy of letters to a second parent`,
    ],
    evidenceFor: [41, 71, 72, 88, 96, 110],
    evidenceAgainst: [40],
  },
  {
    key: 'F5',
    kind: 'systemic',
    questions: ['Q4'],
    title: `Each side thought that the other held the worry`,
    statement: `People who worried about Child V passed it on and believed it was held. Those who received it gave advice and believed it had gone back. Between them the worry was with nobody.`,
    why: `“Advice” is not counted as a decision, so it needs no reason and no reply, and school heard it as no. Neighbour and grandmother were each told to ring somebody else. On a busy duty line a worry without a form, or without a name, leaves only a mark on a tally.`,
    contributoryFactors: [
      `No written answer to referrers`,
      `Load on the duty line`,
      `Relatives and neighbours not told how to raise a worry`,
    ],
    evidenceFor: [43, 44, 45, 64, 108, 118],
    evidenceAgainst: [113, 114],
  },
  {
    key: 'F6',
    kind: 'keyPracticeEpisode',
    questions: ['Q6'],
    title: `April to July 2025: a plan without visits, closed on hope`,
    statement: `A child-in-need plan was agreed the day before its worker left. It had no worker for seven weeks, one recorded visit, one meeting and no minutes, and it was closed two school days before the summer holiday because nothing further had been heard.`,
    why: `Two posts in the team were empty and cover came from an agency worker with twenty-five families. The handover was three lines. Supervision went through a list of tasks, all of them ticked, and had no line about the child. Closing plans before the summer is a custom of the service, meant as a kindness to families and to staff.`,
    contributoryFactors: [
      `Vacancies and agency cover`,
      `Handover on paper only`,
      `Supervision by task list`,
      `A season taken as a reason`,
    ],
    evidenceFor: [73, 77, 78, 81, 85, 95, 96],
    evidenceAgainst: [88],
  },
  {
    key: 'F7',
    kind: 'goodPractice',
    questions: ['Q1', 'Q3', 'Q6'],
    title: `Three people who looked again`,
    statement: `A teaching assistant kept Child V’s words as he said them, with the day. A police officer went back by daylight to see what could not be seen at night. A practice pharmacist counted inhalers, saw what the count meant, and rang.`,
    why: `Each had a little time, was curious about this child rather than this task, and had a manager who let them act: a quiet Sunday shift, a deputy head who said to keep the page going, a practice that gives its pharmacist calls to make. Child V was brought to the asthma nurse two days after the call.`,
    contributoryFactors: [`Time`, `Curiosity`, `A manager’s leave to act`],
    evidenceFor: [59, 63, 65, 86, 87],
    evidenceAgainst: [],
  },
  {
    key: 'F8',
    kind: 'systemic',
    questions: ['Q5'],
    title: `A mother’s mood and a new baby, looked at apart from her son`,
    statement: `Adult F was treated for low mood, was pregnant, gave birth and said that she was worn out. Each was seen as hers. How her older children were living with it was not asked at any of them.`,
    why: `A patient’s record holds one patient. The health visiting post that might have joined them was empty for eleven weeks and then had four hundred and twelve children. Notices from the emergency department took up to twenty days, and the mood form after the birth was left for a visit that was moved.`,
    contributoryFactors: [
      `Records that hold one person`,
      `Health visiting vacancy`,
      `Slow notices`,
      `No question about older children at booking`,
    ],
    evidenceFor: [16, 17, 53, 55, 109, 111],
    evidenceAgainst: [80],
  },
];
