import type { ContradictionKind } from '#shared/model/accounts.ts';
import type { CorpusAgency } from './corpus-register.ts';

/** One account: who wrote it, its words; its day and last day after the first day of the pair, and its time, where they matter. */
export type Told = readonly [CorpusAgency, string, { day?: number; to?: number; time?: string }?];
/** What differs, by the points that a reader of both would name; none for what only looks so. */
export type LabelledPair = readonly [about: string, differs: readonly ContradictionKind[], a: Told, b: Told];

/** The part on which the rules were set. Every sentence is invented. */
export const PAIRS_A: readonly LabelledPair[] = [
  // When it was.
  [
    'when',
    ['time'],
    ['po', 'Officers at the address after a report of shouting.', { time: '21:40' }],
    ['ho', 'Tenant below rang: shouting above, police there now.', { time: '18:15' }],
  ],
  [
    'when',
    ['date'],
    ['sc', 'Joint visit to the family home with the health visitor.'],
    ['ch', 'Joint visit with the social worker, lounge and bedroom seen.', { day: 2 }],
  ],
  [
    'when',
    ['date'],
    ['ah', 'Toby brought to the department with a swollen wrist.'],
    ['ed', 'Toby fell in the yard and went to hospital with a swollen wrist.', { day: 1 }],
  ],
  [
    'when',
    ['date'],
    ['gp', 'Six week check done, weight good.'],
    ['ch', 'Six week check at the surgery, done today.', { day: 9 }],
  ],
  [
    'when',
    ['time'],
    ['po', 'Child found at the bus station and taken home.', { time: '19:05' }],
    ['sc', 'Child home again, found at the bus station.', { time: '23:30' }],
  ],
  [
    'when',
    [],
    ['po', 'Shouting reported, both parents spoken to.', { time: '21:40' }],
    ['sc', 'Police notification read this morning: shouting at the flat last night.', { day: 1, time: '09:00' }],
  ],
  [
    'when',
    [],
    ['ed', 'Ellie left with her grandmother.', { time: '15:10' }],
    ['ho', 'Grandmother called at the office with Ellie after school.', { time: '15:35' }],
  ],
  [
    'when',
    [],
    ['po', 'Some time that week a neighbour heard banging.', { day: 0, to: 6 }],
    ['ho', 'Banging reported by the neighbour.', { day: 3 }],
  ],
  [
    'when',
    [],
    ['ah', 'Seen in the department with a cut lip.'],
    ['gp', 'Discharge letter from the hospital scanned: cut lip, no follow up.', { day: 5 }],
  ],
  [
    'when',
    [],
    ['sc', 'Visited the home, mother in.'],
    ['ed', 'Told by the social worker that the home had been visited.', { day: 2 }],
  ],
  ['when', [], ['ch', 'Home visit on 6 January, recorded late.', { day: 2 }], ['sc', 'Joint visit with the health visitor.']],

  // Seen or not.
  [
    'seen',
    ['seen'],
    ['sc', 'Both children were seen in the kitchen with their mother.'],
    ['ch', 'Mother came to the door. Children not seen.'],
  ],
  [
    'seen',
    ['seen'],
    ['po', 'Officers saw both children, safe and well.'],
    ['sc', 'Police notification: the children were not seen by the officers.'],
  ],
  ['seen', ['seen'], ['ch', 'Toby was seen and weighed.'], ['gp', 'Toby was not seen at this contact.']],
  [
    'seen',
    ['seen'],
    ['ed', 'The social worker spoke to Ellie alone in the library.'],
    ['sc', 'Visit to school. Ellie was not spoken to as she was in a test.'],
  ],
  ['seen', ['seen'], ['sc', 'No sight of the baby, said to be with an aunt.'], ['ch', 'Baby seen in her cot, warm and settled.']],
  [
    'seen',
    ['seen'],
    ['ho', 'The officer was unable to see the children.'],
    ['sc', 'The housing officer has seen the children at the property today.'],
  ],
  ['seen', [], ['sc', 'Toby was seen in the front room.'], ['ch', 'Ellie was not seen, she was at a friend’s.']],
  ['seen', [], ['sc', 'The children were seen. Bedrooms not seen.'], ['ch', 'Both children seen with mother.']],
  ['seen', [], ['po', 'Both children seen asleep.'], ['sc', 'Both children were observed in bed, quiet.']],
  ['seen', [], ['ch', 'Mother seen alone at the clinic.'], ['gp', 'Toby not seen today, mother came about her own tablets.']],
  ['seen', [], ['sc', 'Toby has not been seen by a dentist for two years.'], ['ch', 'Toby seen at home.']],
  ['seen', [], ['ed', 'Ellie was seen by the school nurse.'], ['ch', 'The father was not seen.']],
  [
    'seen',
    [],
    ['sc', 'The children were seen today.'],
    ['ch', 'If the children are not seen by Friday a referral will be made.'],
  ],

  // Came or did not.
  [
    'attended',
    ['attended'],
    ['gp', 'Mother and Toby attended for the review of his asthma.'],
    ['ch', 'Toby was not brought to the asthma review at the surgery.'],
  ],
  ['attended', ['attended'], ['ah', 'Did not attend fracture clinic.'], ['gp', 'Letter: seen in clinic, cast off.']],
  ['attended', ['attended'], ['sc', 'Father attended the conference and spoke.'], ['pb', 'He did not attend the conference.']],
  [
    'attended',
    ['attended'],
    ['mh', 'Ellie came to her first appointment with her grandmother.'],
    ['sc', 'CAMHS say that Ellie failed to attend her first appointment.'],
  ],
  [
    'attended',
    ['attended'],
    ['ch', 'No one came to the hearing test.'],
    ['ah', 'Hearing test attended, left ear to be looked at again.'],
  ],
  [
    'attended',
    [],
    ['ah', 'Was not brought to the eye clinic. Second missed appointment.'],
    ['gp', 'Hospital letter: DNA eye clinic.'],
  ],
  [
    'attended',
    [],
    ['ed', 'Mother attended parents’ evening. Father did not attend.'],
    ['sc', 'Mother came to parents’ evening at school.'],
  ],
  ['attended', [], ['po', 'Officers attended the address.'], ['sc', 'Mother did not attend the office as asked.']],
  ['attended', [], ['mh', 'Toby attended his appointment.'], ['ch', 'Ellie was not brought to hers.']],
  ['attended', [], ['gp', 'Attended after two missed appointments.'], ['ch', 'Toby was brought to the surgery today.']],
  [
    'attended',
    [],
    ['sc', 'Core group attended by school and health visitor. GP did not attend.'],
    ['ed', 'Attended core group with the social worker.'],
  ],

  // Who was there.
  [
    'present',
    ['otherAdult'],
    ['po', 'A man was present in the flat and would not give his name.'],
    ['sc', 'Mother was at home with the children. No other adult present.'],
  ],
  [
    'present',
    ['otherAdult'],
    ['ch', 'Mother said that she lives on her own and nobody else was there.'],
    ['ho', 'Her boyfriend was asleep in the back room during the visit.'],
  ],
  ['present', ['otherAdult'], ['am', 'Crew let in by an adult male.'], ['po', 'Mother alone in the property with the baby.']],
  ['present', ['otherAdult'], ['sc', 'Mr Pocklington was present throughout.'], ['ch', 'Mr Pocklington was not there.']],
  [
    'present',
    ['otherAdult'],
    ['ed', 'Only the mother came to the meeting; her partner stayed away.'],
    ['sc', 'Mother and her partner were both at the meeting in school.'],
  ],
  [
    'present',
    [],
    ['po', 'A man was seen leaving before officers arrived. No other adult in the flat.'],
    ['sc', 'Mother alone when police came.'],
  ],
  ['present', [], ['sc', 'Grandmother was present.'], ['ch', 'No man was in the house.']],
  ['present', [], ['ch', 'Her partner was at work.'], ['sc', 'No other adult there.']],
  ['present', [], ['ho', 'A male worker was with the officer.'], ['sc', 'No other adults in the home.']],
  ['present', [], ['sc', 'Mr Pocklington was present.'], ['ch', 'Mr Halasz was not there.']],
  ['present', [], ['po', 'Mother’s partner present, he had been drinking.'], ['sc', 'Police found the partner there.']],

  // Asleep or awake.
  [
    'asleep',
    ['asleep'],
    ['po', 'The children were in bed asleep and not disturbed.'],
    ['sc', 'Police notice: both children awake on the stairs.'],
  ],
  ['asleep', ['asleep'], ['am', 'Toby was crying at the top of the stairs.'], ['po', 'Toby slept through.']],
  ['asleep', [], ['po', 'Toby was asleep in his cot.'], ['sc', 'Ellie was awake and watching.']],
  ['asleep', [], ['ch', 'Baby asleep in the pram.'], ['sc', 'Baby in the pram, sleeping.']],
  [
    'asleep',
    [],
    ['po', 'The children were asleep when officers came.'],
    ['ed', 'Ellie said that she had been awake before the police came.'],
  ],

  // Where.
  ['where', ['whereabouts'], ['ed', 'Ellie was at school all day.'], ['sc', 'Ellie was at home when I called at eleven.']],
  [
    'where',
    ['whereabouts'],
    ['sc', 'Mother said that the children were at their grandmother’s.'],
    ['ed', 'Both children in class today.'],
  ],
  [
    'where',
    ['whereabouts'],
    ['gp', 'Mother says that Toby was at nursery at the time.'],
    ['ed', 'Nursery closed, staff training day.'],
  ],
  [
    'where',
    ['whereabouts'],
    ['ho', 'The children were staying with an aunt that night.'],
    ['po', 'The children were at home in their beds.'],
  ],
  [
    'where',
    ['whereabouts'],
    ['sc', 'The meeting with mother took place at the office.'],
    ['ch', 'Met mother and the social worker at the family home.'],
  ],
  ['where', ['whereabouts'], ['ah', 'He fell in the garden.'], ['ed', 'Mother told staff that he fell in the park.']],
  ['where', [], ['ed', 'School closed, training day.'], ['sc', 'Ellie was at home with her mother.']],
  ['where', [], ['sc', 'Toby was at nursery.'], ['ch', 'Ellie was at home with a cold.']],
  ['where', [], ['ed', 'Ellie was at school until lunch.'], ['sc', 'Ellie was at home by two o’clock.']],
  ['where', [], ['sc', 'Met at the school.'], ['ed', 'The social worker came into school to meet Ellie.']],
  ['where', [], ['po', 'The children will stay with their aunt.'], ['sc', 'The children were at home when police came.']],

  // Who was told.
  [
    'told',
    ['told'],
    ['sc', 'School was informed of the strategy discussion and agreed the plan.'],
    ['ed', 'We were not told of the strategy discussion.'],
  ],
  ['told', ['told'], ['ah', 'GP informed by telephone of the injury.'], ['gp', 'No call from the hospital recorded.']],
  [
    'told',
    ['told'],
    ['po', 'Notification sent to children’s social care the same night.'],
    ['sc', 'No notification was received from the police.'],
  ],
  [
    'told',
    ['told'],
    ['ch', 'Social worker told of the missed appointments.'],
    ['sc', 'The social worker was not made aware of missed appointments.'],
  ],
  [
    'told',
    ['told'],
    ['sc', 'The health visitor was invited to the conference.'],
    ['ch', 'Health visiting was not invited to the conference.'],
  ],
  [
    'told',
    ['told'],
    ['ed', 'The school passed the concern to the front door by telephone.'],
    ['sc', 'The front door holds no record of a call from the school.'],
  ],
  ['told', [], ['sc', 'School was informed of the meeting.'], ['ch', 'We were not told of the meeting.']],
  ['told', [], ['po', 'Social care informed.'], ['sc', 'Mother was not told of the referral.']],
  ['told', [], ['sc', 'The GP will be informed.'], ['gp', 'We were not told of the meeting.']],
  ['told', [], ['ch', 'Informed the social worker of the weight.'], ['sc', 'Health visitor rang with the weight.']],
  ['told', [], ['ed', 'Mother told school that she was moving.'], ['ed', 'Father did not know of the move.']],

  // How it came about.
  ['how', ['manner'], ['ah', 'Mother said that he fell off the settee.'], ['gp', 'History given: fell down the stairs at home.']],
  ['how', ['manner'], ['ch', 'Bruise said to be from tripping over a toy.'], ['sc', 'Mother told me he rolled off the bed.']],
  ['how', ['manner'], ['ed', 'Ellie said she burned her hand on the iron.'], ['ah', 'Scald from a kettle, as told by father.']],
  ['how', ['manner'], ['ed', 'Toby said that his brother bit him.'], ['sc', 'Mother said the dog had bitten him.']],
  ['how', [], ['ah', 'Fell off the sofa onto a hard floor.'], ['gp', 'Fell from the sofa.']],
  ['how', [], ['ah', 'Fell from a chair.'], ['ed', 'Toby fell over in the yard on Monday, another graze.', { day: 0 }]],
  ['how', [], ['ch', 'Fell down the steps outside.'], ['sc', 'Came down the steps and fell.']],
  ['how', [], ['ah', 'Toby fell off his scooter.'], ['gp', 'Ellie tripped over a kerb.']],

  // How many.
  ['number', ['number'], ['po', 'Three adults in the property.'], ['sc', 'Police notice: two adults in the property.']],
  ['number', ['number'], ['ah', 'Four bruises to the arm.'], ['ch', 'I counted two bruises on his arm.']],
  ['number', ['number'], ['ed', 'This is the sixth absence this term.'], ['sc', 'School report three absences this term.']],
  ['number', ['number'], ['gp', 'Mother says that she drinks 2 cans a night.'], ['mh', 'She reports eight cans a night.']],
  ['number', ['number'], ['ah', 'Temperature 39.2 on arrival.'], ['am', 'Temperature 36.8 when left with the department.']],
  ['number', [], ['ch', 'Three bedrooms.'], ['sc', 'Two beds in the back room.']],
  ['number', [], ['gp', 'Paracetamol 120 mg given.'], ['ah', 'Given 5 ml of paracetamol.']],
  ['number', [], ['gp', 'Two tablets in the morning, two at night.'], ['mh', 'Four tablets a day.']],
  ['number', [], ['ed', 'Ellie has two brothers.'], ['sc', 'Toby has one brother.']],
  ['number', [], ['sc', 'Three visits were made in January.'], ['ch', 'Two visits by health visiting in January.']],
  ['number', [], ['ed', 'Attendance 84 per cent.'], ['sc', 'Attendance is 84%.']],
  ['number', [], ['ah', 'Weight 9 kg.'], ['ch', 'Aged nine months, weight 9.1 kg.']],
  ['number', ['ways'], ['sc', 'Four-way discussion held by telephone.'], ['po', 'A two way discussion with social care.']],

  // Done or not.
  ['done', ['happened'], ['ch', 'Referral made to children’s social care.'], ['sc', 'No referral was made by health visiting.']],
  ['done', ['happened'], ['sc', 'Strategy discussion held.'], ['po', 'No strategy discussion took place.']],
  ['done', ['happened'], ['ah', 'Body map completed.'], ['sc', 'A body map was not completed at the hospital.']],
  ['done', ['happened'], ['gp', 'The letter was sent to the hospital.'], ['ah', 'The letter was never sent.']],
  ['done', ['happened'], ['po', 'He was arrested.'], ['pb', 'He was not arrested.']],
  [
    'done',
    ['happened'],
    ['sc', 'The assessment was completed within the time allowed.'],
    ['ed', 'The assessment was never completed.'],
  ],
  ['done', ['happened'], ['ho', 'The lock was changed the same day.'], ['po', 'The lock had not been changed.']],
  ['done', [], ['sc', 'The assessment was completed.'], ['ch', 'The health needs assessment was not completed.']],
  ['done', [], ['ch', 'A referral was made to speech therapy.'], ['sc', 'No referral was made to CAMHS.']],
  ['done', [], ['sc', 'The home was clean and no concerns were raised.'], ['ch', 'Home clean. Safe sleep was discussed.']],
  ['done', [], ['po', 'He was not arrested at the scene.'], ['pb', 'He was arrested two days later.', { day: 2 }]],
  ['done', [], ['gp', 'Not yet referred.'], ['ah', 'To be referred by the GP next week.']],
  ['done', [], ['ed', 'The form was not signed.'], ['sc', 'The letter was signed.']],

  // How it ended.
  [
    'outcome',
    ['outcome'],
    ['ah', 'Admitted to the ward overnight.'],
    ['gp', 'Hospital letter: discharged home from the department.'],
  ],
  [
    'outcome',
    ['outcome'],
    ['sc', 'Referral closed with no further action.'],
    ['ed', 'Social care accepted the referral for assessment.'],
  ],
  ['outcome', ['outcome'], ['po', 'Released without charge.'], ['pb', 'He was charged with assault.']],
  ['outcome', ['outcome'], ['sc', 'Case to stay open under the plan.'], ['ch', 'Social worker says that the case is closed.']],
  ['outcome', ['outcome'], ['sc', 'Outcome: threshold met for section 47.'], ['po', 'Agreed that the threshold was not met.']],
  ['outcome', ['outcome'], ['am', 'Conveyed to hospital.'], ['po', 'Crew left the patient at home, hospital declined.']],
  ['outcome', [], ['ah', 'Admitted overnight and discharged in the morning.'], ['gp', 'Discharged from the ward.']],
  ['outcome', [], ['sc', 'No further action by the front door.'], ['ch', 'Health visiting will keep the case open.']],
  ['outcome', [], ['po', 'No further action by the police.'], ['sc', 'Assessment to be started.']],
  ['outcome', [], ['sc', 'Closed to social care.'], ['ch', 'Social care have closed the case.']],
  ['outcome', [], ['ah', 'Home with advice.'], ['gp', 'Discharge letter: sent home, advice given.']],
];
