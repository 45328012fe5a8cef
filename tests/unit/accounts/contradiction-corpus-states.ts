import type { LabelledPair } from './contradiction-corpus.ts';

/** Of who slept and who came: two points on which a wrong reading is likeliest. Every sentence is invented. */
export const PAIRS_C: readonly LabelledPair[] = [
  ['asleep', ['asleep'], ['po', 'Toby was asleep on the settee.'], ['am', 'Toby awake and talking to the crew.']],
  ['asleep', ['asleep'], ['po', 'All three children were in bed.'], ['sc', 'The children were watching from the stairs.']],
  ['asleep', ['asleep'], ['ho', 'The baby slept while we fitted the alarm.'], ['ch', 'The baby was awake for the visit.']],
  ['asleep', ['asleep'], ['sc', 'Ellie was sleeping in her own room.'], ['po', 'Ellie was in the hall in her coat.']],
  ['asleep', [], ['sc', 'The baby was asleep in the back room.'], ['po', 'Ellie was awake and in the hall.']],
  ['asleep', [], ['ch', 'Toddler asleep on the chair.'], ['ho', 'Ellie was watching a film.']],
  ['asleep', [], ['am', 'Mother was asleep on the landing.'], ['po', 'Toby was awake.']],
  ['asleep', [], ['sc', 'Toby sleeps in his own bed now.'], ['ch', 'Toby was awake for the weighing.']],
  ['asleep', [], ['po', 'The baby slept.'], ['sc', 'The baby was sleeping in a cot beside the bed.']],
  ['asleep', [], ['ed', 'Ellie was crying at the gate.'], ['ch', 'The baby was in bed.']],
  ['attended', ['attended'], ['gp', 'Toby was not brought to the review.'], ['ch', 'Toby attended the review at the surgery.']],
  ['attended', ['attended'], ['sc', 'Mother did not attend the meeting.'], ['ed', 'Mother attended the meeting.']],
  ['attended', ['attended'], ['ah', 'DNA, second time.'], ['gp', 'Attended the eye clinic, letter received.']],
  ['attended', ['attended'], ['pb', 'He failed to attend the office.'], ['po', 'He attended the probation office as told.']],
  ['attended', [], ['gp', 'Toby attended with earache.'], ['ch', 'Mother did not attend her own dental appointment.']],
  ['attended', [], ['ah', 'Attended the clinic, patch changed.'], ['sc', 'Mother missed his school meeting.']],
  ['attended', [], ['ed', 'Ellie attended the club.'], ['sc', 'Father did not attend.']],
  ['attended', [], ['po', 'Police attended a call about noise.'], ['ch', 'Toby was not brought to clinic.']],
  ['attended', [], ['gp', 'Attended for his own blood test.'], ['ch', 'Baby not brought for the weighing.']],
  ['attended', [], ['sc', 'School and health attended the conference.'], ['ch', 'The father did not come to the conference.']],
  ['attended', [], ['gp', 'Not brought for the first jab.'], ['ah', 'Did not attend, letter sent.']],
  ['attended', [], ['am', 'Crew attended a fall at the flats.'], ['gp', 'DNA diabetic review.']],
];
