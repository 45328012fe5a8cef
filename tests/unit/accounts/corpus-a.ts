import type { Scene } from './corpus-register.ts';

/** The part on which the weights were set. */
export const SCENES_A: readonly Scene[] = [
  {
    category: 'incident told by several',
    entries: [
      [
        'po',
        0,
        '21:40',
        'Call from a passer-by to raised voices in the flat above the launderette. Ms Rennock said it was a row about money. Mr Pocklington had gone. Both children awake in the hall. No complaint made.',
        'a',
      ],
      [
        'ho',
        0,
        null,
        'Tenant downstairs rang the out of hours line about shouting in the flat above, and something thrown. Told to ring the police.',
        'a',
      ],
      [
        'sc',
        1,
        '09:15',
        'Police notification: verbal row between Carys Rennock and partner last night, children present in the hall. Graded standard.',
        'a',
      ],
      ['gp', 0, null, 'Repeat salbutamol issued for Toby at request of mother. Review due.', '-'],
    ],
  },
  {
    category: 'hospital attendance and its notices',
    entries: [
      [
        'ah',
        0,
        '17:05',
        'A&E. Toby brought by grandmother with a cut to the eyebrow, said to have run into the corner of a table. Glued, home.',
        'a',
      ],
      ['gp', 2, null, 'A&E discharge summary scanned: laceration to eyebrow, glued, no follow up.', 'a'],
      [
        'ch',
        3,
        null,
        'Emergency department notification opened for Toby: eyebrow laceration, accident with table. No action by school nurse.',
        'a',
      ],
      ['ed', 0, null, 'Class assembly, Toby read a poem. Both grandparents came.', '-'],
    ],
  },
  {
    category: 'referral sent and received',
    entries: [
      [
        'ed',
        0,
        null,
        'Mr Oduyale telephoned the front door about Toby arriving without a coat for the third week and saying he sleeps in the bath. Written referral to follow.',
        'a',
      ],
      [
        'sc',
        0,
        '11:20',
        'Telephone contact from head teacher: child without coat, talks of sleeping in the bath. Advised to put it in writing.',
        'a',
      ],
      ['sc', 2, '10:00', 'Written referral from Harbour Primary received by secure mail, two pages. Passed to manager.', 'b'],
      ['ed', 1, null, 'Sent the multi-agency referral form to social care by secure mail, two pages, parents told.', 'b'],
    ],
  },
  {
    category: 'strategy discussion',
    entries: [
      [
        'sc',
        0,
        '14:00',
        'Strategy discussion held by telephone with DS Amery and the named nurse. Threshold for section 47 met, joint visit tomorrow.',
        'a',
      ],
      [
        'po',
        0,
        '14:10',
        'Strategy discussion with social care. Agreed joint section 47 enquiry. Officer to visit with P Nandrasen on the following day.',
        'a',
      ],
      [
        'ch',
        0,
        null,
        'Named nurse took part in strategy call with police and social worker. Health information shared. Joint visit planned.',
        'a',
      ],
      ['ed', 0, null, 'Toby quiet in maths. Ate two dinners. Told the cook that his tummy was singing.', '-'],
    ],
  },
  {
    category: 'joint visit',
    entries: [
      [
        'sc',
        0,
        '10:15',
        'Joint home visit with police under section 47. Toby and Ellie spoken to separately in the kitchen. House cold, no food in freezer.',
        'a',
      ],
      [
        'po',
        0,
        '10:20',
        'Attended home address with Ms Nandrasen. Children spoken with apart. Poor home conditions photographed, empty freezer.',
        'a',
      ],
      ['ho', 0, '15:30', 'Rent arrears call to Ms Rennock, no reply, text sent.', '-'],
      ['gp', 0, null, 'Ms Rennock seen for contraception review. No concerns raised.', '-'],
    ],
  },
  {
    category: 'same day, another matter',
    entries: [
      ['ed', 0, null, 'Ellie moved up a reading band. Certificate given.', '-'],
      ['gp', 0, null, 'Toby, flu vaccination given by practice nurse.', '-'],
      ['ho', 0, null, 'Boiler serviced, engineer let in by Ms Rennock.', '-'],
      ['po', 0, '23:15', 'Vehicle check on Ring Road, Mr Pocklington driving, words of advice for a broken light.', '-'],
    ],
  },
  {
    category: 'weekly attendance rows',
    entries: [
      ['ed', 0, null, 'Attendance this week 80%. Late twice.', '-'],
      ['ed', 7, null, 'Attendance this week 80%. Late twice.', '-'],
      ['ed', 14, null, 'Attendance this week 80%. Late twice.', '-'],
      ['ch', 7, null, 'Child on school nursing list for weight check, not in school today.', '-'],
    ],
  },
  {
    category: 'row pasted twice',
    entries: [
      [
        'sc',
        0,
        null,
        'Duty telephoned Ms Rennock about the broken window. She said the landlord had been told and would mend it by Friday.',
        'a',
      ],
      [
        'sc',
        0,
        null,
        'Duty telephoned Ms Rennock about the broken window.  She said the landlord had been told and would mend it by Friday',
        'a',
      ],
      ['sc', 0, '15:00', 'Manager oversight: plan to continue, visit due next week.', '-'],
    ],
  },
  {
    category: 'missed appointment reported on',
    entries: [
      ['ah', 0, '09:20', 'Eye clinic. Was not brought. Letter to family and GP, second appointment to be sent.', 'a'],
      ['gp', 4, null, 'Letter from ophthalmology: Toby did not attend eye clinic, new date to follow. Filed.', 'a'],
      ['ch', 0, '13:30', 'School nurse drop-in for parents. Ms Rennock did not come.', '-'],
      ['gp', 0, null, 'Did not attend asthma review with practice nurse. Text sent.', '-'],
    ],
  },
  {
    category: 'two appointments on one day',
    entries: [
      ['ah', 0, '10:00', 'Dental extraction list. Not brought. Rebook.', '-'],
      ['ch', 0, '10:30', 'Speech therapy block, session four. Ellie not brought.', '-'],
      ['gp', 0, null, 'Immunisations: Toby not brought for MMR.', '-'],
    ],
  },
  {
    category: 'child in need meeting',
    entries: [
      [
        'sc',
        0,
        '13:30',
        'Child in need meeting at school. Present: Mr Oduyale, health visitor, Ms Rennock. Plan: parenting group, bunk beds through charity. Review in six weeks.',
        'a',
      ],
      [
        'ed',
        0,
        null,
        'CIN meeting in my office. Mrs Fettesley and the social worker came, and mum. Beds to be asked for. Six weeks.',
        'a',
      ],
      ['ch', 0, null, 'Attended child in need meeting at Harbour Primary. Beds and parenting course agreed.', 'a'],
      ['po', 0, '19:00', 'Neighbourhood patrol in the estate, nuisance motorbikes. No issues at home address.', '-'],
    ],
  },
  {
    category: 'birth and its notices',
    entries: [
      ['ah', 0, '04:12', 'Maternity. Baby girl born to Carys Rennock by section. Both well. Partner present.', 'a'],
      ['ch', 1, null, 'Birth notification received for baby Rennock. Allocated to Mrs Fettesley for new birth visit.', 'a'],
      ['gp', 5, null, 'Maternity discharge summary: baby girl, caesarean, both well.', 'a'],
      ['sc', 0, '11:00', 'Supervision of P Nandrasen: caseload twenty six, reports overdue.', '-'],
    ],
  },
  {
    category: 'same people, another day',
    entries: [
      ['sc', 0, '10:00', 'Home visit by P Nandrasen. Toby and Ellie seen, playing on the landing. Carys Rennock tired.', '-'],
      ['ch', 2, '10:00', 'Home visit by J Fettesley. Carys Rennock and baby seen. Toby and Ellie at school.', '-'],
      ['ed', 3, null, 'Toby and Ellie collected by Mr Pocklington. Carys Rennock had rung to say so.', '-'],
    ],
  },
  {
    category: 'message over some days',
    entries: [
      ['ch', 0, null, 'Left voicemail for Ms Nandrasen: centile drop, would like to talk before the core group.', 'a'],
      [
        'sc',
        2,
        '09:05',
        'Voicemail from health visitor picked up. Wants to talk about centile drop before the core group. To ring back.',
        'a',
      ],
      ['sc', 1, null, 'Case note: looked up bus times for contact centre.', '-'],
    ],
  },
  {
    category: 'vague against exact',
    entries: [
      ['ho', [-4, 6], null, 'Neighbour says that about now a man with a motorbike moved into the flat with Ms Rennock.', '-'],
      ['ed', 1, null, 'Toby told his teacher that Dean has moved in and brought a motorbike.', '-'],
      ['ah', [0, 6], null, 'Week of the ward stay: Toby admitted with pneumonia, three nights, antibiotics by drip.', 'a'],
      ['gp', 5, null, 'Discharge letter: admitted with pneumonia, three nights of antibiotics.', 'a'],
    ],
  },
  {
    category: 'custody and probation',
    entries: [
      ['po', 0, '02:20', 'Dean Pocklington arrested outside the Mariner for assault on another customer. Bailed to return.', 'a'],
      [
        'pb',
        1,
        null,
        'Police told offender manager that Mr Pocklington was arrested outside a public house for assault and is on bail. Recall considered, warning letter instead.',
        'a',
      ],
      ['sc', 0, null, 'Unallocated visit: card left at flat.', '-'],
    ],
  },
  {
    category: 'ambulance and hospital',
    entries: [
      [
        'am',
        0,
        '19:31',
        '999 call by grandmother: child choking on a coin. Crew on scene 19:39. Coin out before arrival, conveyed for checks.',
        'a',
      ],
      [
        'ah',
        0,
        '20:02',
        'Emergency department. Toby by ambulance after choking on a coin at grandmother. X-ray clear. Home at 22:15.',
        'a',
      ],
      ['po', 0, '20:00', 'Theft from shop in Harbour Parade, nominal Rennock checked and eliminated.', '-'],
    ],
  },
  {
    category: 'same matter, another child',
    entries: [
      ['ed', 0, null, 'Ellie absent, mum rang: sickness bug.', '-'],
      ['ah', 0, '12:00', 'A&E. Toby brought by gran, trapped finger in car door. No fracture, home.', '-'],
      ['ch', 0, null, 'Two-year review of the baby done at clinic, weight on 25th centile.', '-'],
    ],
  },
  {
    category: 'missing from home',
    entries: [
      [
        'po',
        0,
        '22:10',
        'Ellie reported missing by mother. Last seen leaving choir. Found 23:50 at grandmother’s address, safe and well.',
        'a',
      ],
      [
        'sc',
        1,
        '08:40',
        'Emergency duty log: Ellie missing last evening after choir, found at grandmother’s by police before midnight.',
        'a',
      ],
      ['ed', 1, null, 'Ellie told form tutor she went to her gran after choir because she did not want to go home.', 'a'],
      ['gp', 1, null, 'Telephone consultation with Mrs Whitlow about her knee.', '-'],
    ],
  },
  {
    category: 'routine repeat',
    entries: [
      ['ho', 0, null, 'Rent statement sent. Arrears £212.', '-'],
      ['ho', 14, null, 'Rent statement sent. Arrears £212.', '-'],
      ['gp', 0, null, 'Repeat prescription issued: salbutamol inhaler.', '-'],
      ['ed', 0, null, 'Free school meals renewed for the term.', '-'],
    ],
  },
  {
    category: 'agency check',
    entries: [
      ['sc', 0, null, 'Check asked of police on Dean Pocklington before unsupervised contact.', 'a'],
      ['po', 1, null, 'Request from social care about Dean Pocklington. Two cautions and a bail condition disclosed.', 'a'],
      ['ed', 0, null, 'Toby’s peg moved to the other cloakroom.', '-'],
    ],
  },
  {
    category: 'conference',
    entries: [
      ['sc', 0, '09:30', 'Initial child protection conference. Toby and Ellie made subject to plans, category neglect.', 'a'],
      [
        'ed',
        0,
        null,
        'Attended ICPC at the civic centre. Both children on plans for neglect. First core group in ten days.',
        'a',
      ],
      ['ch', 0, null, 'ICPC attended by J Fettesley. Neglect. Core group date given.', 'a'],
      ['po', 0, null, 'Conference minutes not received; officer on leave and no deputy. Report had been sent.', 'a'],
    ],
  },
  {
    category: 'house move',
    entries: [
      ['ho', 0, null, 'Keys handed to Ms Rennock for 14 Salter Court. Removal by charity van.', 'a'],
      ['ed', 3, null, 'Mum gave new address, Salter Court, moved in on Saturday.', '-'],
      ['ch', 0, null, 'Family moved today to Salter Court, new address from mother by telephone.', 'a'],
    ],
  },
  {
    category: 'same day, another matter',
    entries: [
      ['po', 0, '11:00', 'Community event at the library, PC Lockhartson spoke to Year 6 about bicycles.', '-'],
      ['sc', 0, '11:00', 'Home visit cancelled by P Nandrasen, training.', '-'],
      ['ch', 0, '11:00', 'New birth visit completed. Feeding well.', '-'],
      ['ah', 0, '11:00', 'Audiology. Attended with father. Hearing normal.', '-'],
    ],
  },
  {
    category: 'disclosure passed on',
    entries: [
      [
        'ed',
        0,
        null,
        'Toby told Mrs Keel that Dean locks the kitchen at night and that he drinks from the bath tap. Rang duty at 12:40.',
        'a',
      ],
      ['sc', 0, '12:45', 'Call from school to duty. Toby says kitchen is locked at night and he drinks from the bath tap.', 'a'],
      ['po', 1, null, 'Social care share that child told school of a locked kitchen. No police action.', 'a'],
      ['ho', 0, null, 'Kitchen window lock replaced at Salter Court under planned works.', '-'],
    ],
  },
  {
    category: 'letter filed later',
    entries: [
      ['ah', 0, null, 'Dietetic clinic. Toby seen with mother, weight static, supplements advised.', 'a'],
      ['gp', 9, null, 'Letter from dietitian: weight static, supplements advised. Scanned, no action.', 'a'],
      ['gp', 8, null, 'Letter from orthopaedics about Mrs Whitlow. Scanned.', '-'],
    ],
  },
  {
    category: 'exclusion',
    entries: [
      ['ed', 0, null, 'Ellie suspended for one day after throwing a chair in science.', 'a'],
      [
        'mh',
        2,
        '15:00',
        'School told clinician that Ellie was suspended on Tuesday for throwing a chair. Session brought forward.',
        'a',
      ],
      ['sc', 0, null, 'Statutory visit: Toby seen with gran. Nothing new.', '-'],
    ],
  },
  {
    category: 'next in a series',
    entries: [
      ['mh', 0, '16:00', 'Session two with Ellie. Drew a map of the flat.', 'a'],
      ['mh', 7, '16:00', 'Session three with Ellie. Came alone. Talked of friends.', '-'],
      ['ed', 0, null, 'Ellie left at 15:30 for her CAMHS session.', 'a'],
      ['ed', 7, null, 'Ellie in detention until 15:45, uniform.', '-'],
    ],
  },
];
