import type { Scene } from './corpus-register.ts';

/** The part written after the weights were set, and never tuned on. */
export const SCENES_B: readonly Scene[] = [
  {
    category: 'incident told by several',
    entries: [
      [
        'po',
        0,
        '01:15',
        'Report from taxi driver of a couple fighting by the harbour steps. Carys Rennock had a swollen lip, declined to say how. Mr Pocklington left on foot. DASH completed, medium.',
        'a',
      ],
      [
        'ah',
        0,
        '02:05',
        'Emergency department. Carys Rennock, swollen lip and loose tooth, says she slipped on the harbour steps. Declined to wait for the safeguarding nurse.',
        'a',
      ],
      [
        'sc',
        2,
        '10:30',
        'Police notification, medium: fight by harbour steps between parents at the weekend. Children said to be with grandmother.',
        'a',
      ],
      ['ed', 2, null, 'Toby would not take his coat off. Said Gran was cross on Saturday.', '-'],
    ],
  },
  {
    category: 'hospital attendance and its notices',
    entries: [
      [
        'ah',
        0,
        '18:50',
        'Minor injuries. Ellie, burn to forearm from hair straighteners, dressed. Story fits. Letter to school nurse and GP.',
        'a',
      ],
      ['ch', 2, null, 'Minor injuries letter: burn to arm, straighteners. Tried to reach mother, no answer.', 'a'],
      ['gp', 2, null, 'Letter from minor injuries unit, burn to forearm, dressing clinic offered.', 'a'],
      ['ed', 1, null, 'Ellie came in with a bandaged arm. Said it was her straighteners. Excused from games.', 'a'],
      ['ho', 0, '09:00', 'Stair lighting repaired at Salter Court.', '-'],
    ],
  },
  {
    category: 'referral sent and received',
    entries: [
      [
        'ch',
        0,
        '11:00',
        'Referral made to social care by Mrs Fettesley: baby not gaining weight, damp flat, mother flat in mood.',
        'a',
      ],
      [
        'sc',
        0,
        '11:10',
        'Referral from health visitor about the baby: poor weight gain, damp home, low mother. For screening.',
        'a',
      ],
      ['sc', 3, null, 'Screening decision: assess within forty five days. Letter to health visitor.', '-'],
      ['gp', 0, null, 'Ms Rennock rang about hay fever, antihistamine.', '-'],
    ],
  },
  {
    category: 'two referrals in one week',
    entries: [
      ['ed', 0, null, 'Rang duty social worker: Ellie says there is no bed for her.', 'a'],
      ['sc', 0, '15:05', 'Duty: school says Ellie reports having no bed. Logged on open case.', 'a'],
      ['ed', 3, null, 'Rang duty social worker again: Toby fell asleep on the carpet and could not be woken for lunch.', 'b'],
      ['sc', 3, '13:20', 'Duty: school reports Toby hard to rouse at lunch time. Passed to worker.', 'b'],
    ],
  },
  {
    category: 'same day, another matter',
    entries: [
      ['sc', 0, '09:00', 'Allocated to P Nandrasen from today.', '-'],
      ['ed', 0, null, 'Nativity rehearsal. Toby is a sheep.', '-'],
      ['po', 0, '16:40', 'Lost phone handed in at front counter, returned to Carys Rennock.', '-'],
      ['gp', 0, null, 'Mrs Whitlow blood pressure check.', '-'],
      ['ch', 0, null, 'Missed call from mother, no message.', '-'],
    ],
  },
  {
    category: 'same day, another matter',
    entries: [
      ['ah', 0, '09:40', 'Fracture clinic, Mr Halasz, wrist out of plaster.', '-'],
      ['mh', 0, '10:00', 'Consultation with school about Ellie’s anxiety, no family present.', '-'],
      ['ho', 0, '10:00', 'Damp survey at Salter Court, mould in both bedrooms.', '-'],
      ['po', 0, '10:05', 'Statement taken from Marek Halasz about stolen tools.', '-'],
    ],
  },
  {
    category: 'weekly attendance rows',
    entries: [
      ['ed', 0, null, 'Register: Toby 3.5 days of 5.', '-'],
      ['ed', 7, null, 'Register: Toby 3.5 days of 5.', '-'],
      ['ed', 14, null, 'Register: Toby 4 days of 5.', '-'],
      ['sc', 14, null, 'Attendance figures asked of school by P Nandrasen, sent same day: four days of five.', '-'],
    ],
  },
  {
    category: 'routine repeat',
    entries: [
      ['pb', 0, null, 'Office appointment kept, Mr Pocklington on time.', '-'],
      ['pb', 7, null, 'Office appointment kept, Mr Pocklington on time.', '-'],
      ['pb', 14, null, 'Office appointment kept, Mr Pocklington on time.', '-'],
      ['po', 7, '12:00', 'Bail sign-on, Mr Pocklington, on time.', '-'],
    ],
  },
  {
    category: 'row pasted twice',
    entries: [
      [
        'ed',
        0,
        null,
        'Toby brought a drawing of a boat with four people and said one of them lives in the cupboard. Drawing kept.',
        'a',
      ],
      [
        'ed',
        0,
        null,
        'Toby brought a drawing of a boat with four people and said one of them lives in the cupboard. Drawing kept.',
        'a',
      ],
      ['ed', 1, null, 'Toby brought a drawing of a house with four people. Drawing kept.', '-'],
    ],
  },
  {
    category: 'missed appointment reported on',
    entries: [
      ['ch', 0, '14:00', 'Speech therapy assessment. Was not brought. Discharged, letter to GP and school.', 'a'],
      ['gp', 6, null, 'Speech therapy letter: not brought, discharged. Filed without action.', 'a'],
      ['ed', 6, null, 'Letter from speech therapy: Toby discharged as not brought. SENCO to re-refer.', 'a'],
      ['ah', 0, '14:20', 'Respiratory clinic. Did not attend. Second miss.', '-'],
    ],
  },
  {
    category: 'two appointments on one day',
    entries: [
      ['ah', 0, '09:15', 'Dermatology clinic. Attended with gran, eczema cream changed.', '-'],
      ['gp', 0, null, 'Immunisation clinic: baby not brought.', '-'],
      ['ch', 0, '15:00', 'Hearing test at school, Toby passed.', '-'],
      ['mh', 0, '15:30', 'Ellie did not attend. Letter sent.', '-'],
    ],
  },
  {
    category: 'core group',
    entries: [
      [
        'sc',
        0,
        '14:00',
        'Core group. Father attended for the first time. Contact at grandmother’s on Sundays agreed. Mother left early.',
        'a',
      ],
      [
        'ed',
        0,
        null,
        'Core group at school, two o’clock: Mr Halasz came, Sundays at gran’s agreed. Carys walked out before the end.',
        'a',
      ],
      ['ch', 0, null, 'Apologies sent to core group, clinic overran.', 'a'],
      ['gp', 0, null, 'Asked for report for core group, sent by fax the day after.', 'a'],
    ],
  },
  {
    category: 'birth and its notices',
    entries: [
      [
        'ah',
        0,
        '23:48',
        'Labour ward: boy born to Ellie’s aunt Mrs Pell at term, not a subject of this review, listed in error.',
        '-',
      ],
      ['ch', 1, null, 'New birth visit to baby Rennock, three weeks old. Cot in living room.', '-'],
      ['ah', 1, '10:00', 'Postnatal community midwife signed off mother and baby Rennock.', '-'],
    ],
  },
  {
    category: 'same people, another day',
    entries: [
      ['sc', 0, '16:00', 'Statutory visit. Ellie seen alone in her bedroom, says she is bored.', '-'],
      ['sc', 7, '16:00', 'Statutory visit. Ellie seen alone in her bedroom, says she is fine.', '-'],
      ['ch', 4, '16:00', 'Visit by J Fettesley. Ellie let her in.', '-'],
      ['ed', 2, null, 'Ellie stayed for homework club.', '-'],
    ],
  },
  {
    category: 'message over some days',
    entries: [
      ['gp', 0, null, 'Rang health visitor line, left message: worried about mother’s bruised arm at baby check.', 'a'],
      ['ch', 3, null, 'Message from surgery about a bruised arm on mother, seen at the baby check. To raise at visit.', 'a'],
      ['ch', 1, null, 'Annual leave until Thursday.', '-'],
      ['ah', 2, '12:00', 'Maternity debrief offered by post.', '-'],
    ],
  },
  {
    category: 'vague against exact',
    entries: [
      ['ho', [0, 9], null, 'Early in the month neighbours tell of a dog attack on the stairs, child bitten on the hand.', 'a'],
      ['ah', 4, '17:45', 'A&E. Toby, dog bite to hand, washed out, antibiotics.', 'a'],
      [
        'po',
        4,
        '18:30',
        'Dog bite on a child at Salter Court reported by hospital. Dog dangerously out of control, owner spoken to.',
        'a',
      ],
      ['gp', [-20, 30], null, 'Sometime this season: mother mentioned she was thinking of getting a dog.', '-'],
    ],
  },
  {
    category: 'missing from home',
    entries: [
      [
        'po',
        0,
        '23:30',
        'Missing person, Ellie, medium risk. Located 03:10 in a bus shelter by patrol, returned to mother.',
        'a',
      ],
      [
        'sc',
        1,
        '08:55',
        'Out of hours: Ellie missing overnight, found in bus shelter at ten past three. Return home interview to be offered.',
        'a',
      ],
      ['ed', 1, null, 'Ellie in school in yesterday’s clothes. Asleep in tutor time.', '-'],
      ['mh', 1, '13:00', 'Ellie’s session cancelled by family.', '-'],
    ],
  },
  {
    category: 'return home interview',
    entries: [
      [
        'sc',
        0,
        '16:30',
        'Return home interview by independent worker at school. Ellie said she walks to be away from the noise.',
        'a',
      ],
      ['ed', 0, null, 'Visitor for Ellie at half past four about her night out. Room found.', 'a'],
      ['po', 0, null, 'Curfew check on Mr Pocklington, present.', '-'],
    ],
  },
  {
    category: 'ambulance and hospital',
    entries: [
      ['am', 0, '03:05', 'Call from Ms Rennock: baby blue after feed. Breathing on arrival, taken in with mother.', 'a'],
      ['ah', 0, '03:40', 'Baby Rennock by ambulance, blue after feed, kept for observation, reflux. Home next day.', 'a'],
      ['gp', 3, null, 'Hospital summary for baby: brief blue episode after feed, reflux, thickener started.', 'a'],
      [
        'ch',
        5,
        null,
        'Visit: mother told me of the ambulance at the weekend when the baby went blue. Hospital notice not here yet.',
        'a',
      ],
    ],
  },
  {
    category: 'letter filed later',
    entries: [
      [
        'mh',
        0,
        '11:00',
        'Assessment of Ellie with Mrs Whitlow. Low mood, sleep poor, no plan to harm herself. Letter to GP.',
        'a',
      ],
      ['gp', 12, null, 'CAMHS letter: Ellie assessed with grandmother, low mood and poor sleep, no self-harm. Coded.', 'a'],
      ['gp', 11, null, 'CAMHS newsletter for practices.', '-'],
    ],
  },
  {
    category: 'custody and probation',
    entries: [
      [
        'po',
        0,
        '20:10',
        'Pocklington stopped driving while disqualified with Toby in the back. Car seized, child taken to mother.',
        'a',
      ],
      ['pb', 4, null, 'Officer informed by police: disqualified driving, a child in the car. Breach considered.', 'a'],
      ['sc', 4, null, 'Supervision: plan drifting, visits late.', '-'],
      ['ho', 1, null, 'Abandoned car removed from Salter Court.', '-'],
    ],
  },
  {
    category: 'closure told and heard',
    entries: [
      ['sc', 0, null, 'Stepped down to early help. Closure letters to school, health visitor and mother.', 'a'],
      ['ed', 3, null, 'Letter from social care: case closed, early help to pick up. No lead named.', 'a'],
      ['ch', 4, null, 'Notified by letter that social care have closed to early help.', 'a'],
      ['gp', 3, null, 'Letter from housing asking for medical points. Completed.', '-'],
    ],
  },
  {
    category: 'house move',
    entries: [
      ['ho', 0, null, 'Possession order carried out at Salter Court, bailiffs, family gone. Locks changed.', 'a'],
      ['sc', 1, null, 'Ms Rennock rang from grandmother’s: evicted yesterday, bailiffs came, belongings in bags.', 'a'],
      ['ed', 1, null, 'Toby late, said the men took the door. Staying at gran’s.', 'a'],
      ['gp', 0, null, 'Medication review, Mr Halasz.', '-'],
    ],
  },
  {
    category: 'agency check',
    entries: [
      ['sc', 0, null, 'Lateral checks requested of probation and police before grandmother’s assessment.', 'a'],
      ['pb', 1, null, 'Request from social care about Mrs Whitlow’s household: not known to us.', 'a'],
      ['po', 2, null, 'Checks result to social care: Glenys Whitlow, nothing held.', 'a'],
      ['ch', 1, null, 'Weight clinic, baby on ninth centile.', '-'],
    ],
  },
  {
    category: 'same matter, another child',
    entries: [
      ['ah', 0, '15:20', 'A&E. Baby Rennock with fever, viral, home.', '-'],
      ['ed', 0, null, 'Ellie hurt her ankle in netball, ice pack, note home.', '-'],
      ['gp', 0, null, 'Toby chickenpox, advice by telephone.', '-'],
      ['ah', 0, '19:05', 'A&E. Mr Halasz, cut thumb at work, stitched.', '-'],
    ],
  },
  {
    category: 'next in a series',
    entries: [
      ['ch', 0, '10:00', 'Listening visit three of six with mother.', '-'],
      ['ch', 7, '10:00', 'Listening visit four of six with mother.', '-'],
      ['sc', 7, '14:00', 'Parenting course week four, mother came, good.', '-'],
      ['sc', 14, '14:00', 'Parenting course week five, mother came, good.', '-'],
    ],
  },
  {
    category: 'joint visit',
    entries: [
      [
        'sc',
        0,
        '11:00',
        'Joint visit with J Fettesley to grandmother’s. Children and baby seen, three in one room, warm and clean.',
        'a',
      ],
      ['ch', 0, '11:00', 'Visited at grandmother’s with social worker. Baby seen. The older two were out at the park.', 'a'],
      ['ed', 0, null, 'Inset day, school shut.', '-'],
      ['po', 0, '11:20', 'Bicycle marking at the precinct.', '-'],
    ],
  },
];
