/**
 * Small invented returns for the matching of versions. A line is an entry: date, who says it, what happened; then the
 * same entry lightly put right, then as somebody rewrote it.
 */
const TABLES = `
# health visiting
2024-03-04 | HV Rushby | Transfer-in visit. Mother unpacking boxes, toddler shy behind the sofa. | Transfer-in visit. Mother was unpacking boxes; toddler shy behind the sofa. | First visit after the family moved in: boxes still packed, toddler hid behind the sofa.
2024-03-19 | HV Rushby | Two year review booked by letter. No answer to the letter. | Two year review booked by letter on 12 March. No answer to the letter. | A letter was sent to book the two year review; nothing came back.
2024-04-02 | Duty HV | Mother rang to say the flat is damp. Advised to call the landlord. | Mother rang to say that the flat is damp and cold. Advised to call the landlord. | Telephone call from mother about damp in the flat; she was told to speak to her landlord.
2024-04-23 | Nursery nurse | Weighed in clinic, 12.4 kg, on the fiftieth line. Sleeps badly. | Weighed in clinic, 12.6 kg, on the fiftieth line. Sleeps badly. | Clinic weight 12.4 kg (fiftieth line); mother says that sleep is bad.
2024-05-14 | HV Rushby | Home visit, nobody in. Card left with the new number. | Home visit, nobody in. Card left with the new telephone number. | Called at the house without reply and left a card giving the new number.
2024-06-11 | HV Rushby | Joint visit with the family worker. Play plan agreed and written down. | Joint visit with family worker Ms Dole. Play plan agreed and written down. | Visited together with the family worker; a plan for play was agreed and put on paper.
2024-07-30 | HV Ansell | Caseload handed over. No open actions on the record. | Caseload handed over to HV Ansell. No open actions on record. | Handover of caseload: the record shows no action still open.
# school
2023-09-06 | Class teacher | Started in Reception, settled by mid-morning. Packed lunch forgotten. | Started in Reception and settled by mid-morning. Packed lunch was forgotten. | First day in Reception; calm by the middle of the morning, though lunch had been left at home.
2023-09-27 | Office | Late, 9.40. Grandmother said the bus did not come. | Late, 9.45. Grandmother said that the bus did not come. | Arrived at 9.40; according to grandmother no bus had come.
2023-10-12 | Class teacher | Drew a house with a locked door and laughed about it. | Drew a house with a locked front door and laughed about it. | A drawing of a house whose door was locked, which the child found funny.
2023-11-08 | SENCo | Speech therapist observed in class. Targets set for listening. | Speech therapist observed her in class. Targets set for listening and turn taking. | Observation in class by the speech therapist, who set listening targets.
2023-12-01 | Office | Reading book returned by a neighbour. | Reading book and bag returned by a neighbour. | A neighbour brought back the reading book.
2024-01-17 | Designated lead | Asked mother about the bruise on the shin; she said a scooter. | Asked mother about the bruise on left shin; she said a scooter. | Mother, asked how the shin was bruised, spoke of a scooter.
2024-02-09 | Class teacher | Chose to stay in at playtime again and tidied the paint. | Chose to stay in at play time again, and tidied the paints. | Once more stayed indoors at playtime, tidying paint.
# police
2025-01-03 | PC Thorne | Call from a neighbour about shouting. Officers spoke to both adults, no offence. | Call from neighbour about shouting at 21.10. Officers spoke to both adults, no offences. | Officers attended after a neighbour reported shouting; both adults spoken to and no offence found.
2025-01-21 | PC Thorne | Car stopped, no insurance. Child in the back in a proper seat. | Car stopped with no insurance. Child in the back, in a proper seat. | Vehicle stop for lack of insurance; the child was correctly seated in the back.
2025-02-15 | Control room | Abandoned call, silent line. Call back answered by a man who said it was a mistake. | Abandoned 999 call, silent line. Call back was answered by a man who said it was a mistake. | Silent call traced and rung back: a man said that it had been made by mistake.
2025-03-02 | DC Ives | Shared the notice with social care within the hour. | Shared the notice with social care within an hour by secure mail. | The notice went to social care inside one hour.
2025-03-28 | PC Sorley | Found walking near the canal at night, taken home. | Found walking near the canal at 23.30, taken home. | Seen on foot by the canal after dark and driven home.
2025-04-11 | Custody | Father bailed not to go to the address. | Father bailed with a condition not to go to the address. | Bail granted to father on condition that he keeps from the address.
2025-05-06 | PC Thorne | Bail check at the address. Father not there. | Bail check at address at 20.00. Father was not there. | Address visited to check bail; no sign of father.
# general practice
2022-11-02 | Dr Keel | Cough for three weeks, chest clear. Inhaler technique shown. | Cough for three weeks; chest clear. Inhaler technique shown again. | Three weeks of coughing, nothing heard in the chest, use of the inhaler demonstrated.
2022-11-30 | Reception | Did not attend nurse review. Text sent. | Did not attend asthma nurse review. Text sent. | Nurse review missed; the surgery sent a text.
2023-01-10 | Dr Keel | Mother low since the move. Offered talking therapy, will think about it. | Mother low in mood since the move. Offered talking therapy; she will think about it. | Low mood in mother after moving house; talking therapy offered and to be considered.
2023-02-14 | Pharmacist | Four reliever inhalers issued in six months, flagged to doctor. | Five reliever inhalers issued in six months, flagged to doctor. | Flag to the doctor: four relievers within half a year.
2023-03-08 | Nurse Odell | Second MMR given. Sibling present, quiet. | Second MMR given, left arm. Sibling present, quiet. | MMR (second) was given while the quiet sibling looked on.
2023-04-19 | Reception | Letter from the clinic scanned and filed. | Letter from asthma clinic scanned and filed. | Clinic letter received, scanned, put on file.
2023-06-21 | Dr Keel | Father asked for his own records. Form given. | Father asked for a copy of his own records. Form given. | Request by father for his records; he was given the form.
# housing
2021-02-01 | Tenancy officer | Tenancy began. Sole tenant, two bedrooms, ground floor. | Tenancy began. Sole tenant; two bedrooms; ground floor. | Start of a sole tenancy of a ground floor flat with two bedrooms.
2021-05-17 | Repairs | Boiler fault, no heating for two days, part ordered. | Boiler fault, no heating for three days, part ordered. | No heating for two days while a boiler part was on order.
2021-08-23 | Tenancy officer | Arrears letter one. Tenant says hours were cut. | Arrears letter one sent. Tenant says her hours were cut. | First letter about arrears; the tenant explained that her hours had been cut.
2021-10-05 | Estate warden | Pushchair left in the stairwell, moved by the tenant when asked. | Push chair left in stairwell, moved by tenant when asked. | The warden asked for a pushchair to be moved from the stairs and it was.
2022-01-12 | Contact centre | Report of banging late at night from number nine. | Report of banging late at night, from number 9. | Number nine was said to be banging late in the night.
2022-03-30 | Gas team | No access for the gas check, second time. | No access for gas check, second time; card left. | For the second time nobody let the gas engineer in.
2022-06-15 | Tenancy officer | Tenant showed the officer mould behind the cot. Photographs taken. | Tenant showed officer mould behind the cot. Five photographs taken. | Mould behind the cot was shown to the officer, who took photographs.
# hospital
2025-06-02 | Emergency department | Wheeze since morning, settled after nebuliser. Home with a plan. | Wheeze since early morning, settled after nebuliser. Home with written plan. | Brought in wheezing from the morning; nebuliser helped, and a plan went home.
2025-06-16 | Outpatients | Not brought to respiratory clinic. New date sent to the old address. | Not brought to respiratory clinic. New date was sent to the old address. | Respiratory clinic missed; the next date went to an old address.
2025-07-09 | Ward sister | Mother stayed overnight, asked twice when they could leave. | Mother stayed over night and asked twice when they could leave. | During the night on the ward mother asked two times about going home.
2025-07-10 | Dr Halloran | Discharged. Letter copied to school nurse. | Discharged at 11.20. Letter copied to the school nurse. | Sent home; the school nurse had a copy of the letter.
2025-08-04 | Play specialist | Said the dog sleeps in his bed because it is warm. | He said the dog sleeps in his bed because it is warm there. | Told the play specialist about the dog in bed for warmth.
2025-09-01 | Safeguarding team | Missed appointments counted: four in a year. Discussed at the weekly meeting. | Missed appointments counted: five in a year. Discussed at weekly meeting. | At the weekly meeting four missed appointments in one year were noted.
2025-10-13 | Outpatients | Attended with aunt. Weight up, chest clear. | Attended with maternal aunt. Weight up, chest clear. | Came with an aunt; gaining weight and with a clear chest.
# early help
2020-01-15 | Family worker | Assessment opened after a request from nursery. | Early help assessment opened after a request from the nursery. | Nursery asked for an assessment and it was opened.
2020-02-03 | Family worker | Met at the library because of the heating. Bedtime chart made. | Met at library because of the heating. Bedtime chart made together. | The library was warmer to meet in; a chart for bedtimes was drawn up.
2020-02-26 | Team meeting | Team around the family. Housing sent apologies. | Team around the family meeting. Housing and GP sent apologies. | Meeting of the team around the family without housing, who apologised.
2020-03-20 | Family worker | Visits moved to telephone. Food parcel arranged. | Visits moved to telephone calls. Weekly food parcel arranged. | From now on by telephone, with a parcel of food set up.
2020-05-11 | Family worker | Heard an unknown voice in the background, mother ended the call. | Heard an unknown male voice in the background; mother ended the call. | A voice that was not known was heard before mother rang off.
2020-06-29 | Manager | Supervision: keep open until seen in person. | Supervision: keep case open until children are seen in person. | Manager's decision not to close before somebody is seen face to face.
2020-08-18 | Family worker | Seen in the park. Both children climbing, cheerful. | Seen in Wren Park. Both children climbing and cheerful. | Two cheerful children climbing when met in the park.
# social care
2024-10-01 | Front door | Contact from school about hunger. Advice given, no further action. | Contact from school about hunger. Advice given; no further action. | School made contact on account of hunger, was advised, and nothing more followed.
2024-10-22 | Front door | Contact from hospital. Screened, to early help. | Contact from hospital. Screened and passed to early help. | The hospital's contact was screened and sent on to early help.
2024-11-19 | SW Dabrowski | First visit. Child showed her bedroom and counted the stars on the wall. | First visit. Child showed her bedroom and counted stars on the wall. | On the first visit the bedroom was shown and its stars counted.
2024-12-10 | SW Dabrowski | Strategy discussion. Police and health present. Single agency enquiry. | Strategy discussion by video. Police and health present. Single agency enquiry. | At the strategy discussion, with health and police, a single agency enquiry was decided.
2025-01-14 | Team manager | Case note not written up in time, reminder sent. | Case note not written up in time; reminder sent to worker. | Reminder, because the note of the case was late.
2025-02-04 | SW Pell | New worker introduced by telephone. | New social worker introduced by telephone. | By telephone a new worker said hello.
2025-03-11 | Chair | Conference: plan made, category neglect, review in three months. | Conference: plan made under neglect, review in three months. | Child protection conference agreed a plan for neglect to be reviewed after three months.
# mental health
2023-03-07 | Triage | Referral received from GP, routine list. | Referral received from GP, placed on routine list. | The GP's referral came and went on to the routine list.
2023-05-02 | Dr Imrie | Assessment. Sleeps four hours, drinks to sleep. Children not discussed. | Assessment. Sleeps four hours and drinks to sleep. Children were not discussed. | At assessment: four hours of sleep with alcohol to help; nothing was said about children.
2023-05-30 | CPN Rowe | Did not attend. Opt-in letter sent. | Did not attend. Opt in letter sent second class. | Absent, so a letter to opt in was posted.
2023-07-18 | CPN Rowe | Seen at home. Curtains closed at noon, partner answered for her. | Seen at home at noon. Curtains closed; partner answered for her. | At midday the curtains were shut and the partner did the talking.
2023-08-15 | Pharmacy | Two prescriptions not collected. | Two weekly prescriptions not collected. | Nobody collected two prescriptions.
2023-09-26 | Review | Discharged to GP for not engaging. | Discharged back to GP for not engaging. | Closed and returned to the GP, as she did not engage.
2023-11-21 | Crisis line | Rang at four in the morning, calmer by the end. | Rang at 4 in the morning; calmer by the end. | Early morning call to the crisis line ended more calmly.
# probation
2024-05-08 | PO Lindqvist | Induction. Lives with partner and her two children. | Induction. Lives with his partner and her two children. | At induction he gave his household as partner and two children of hers.
2024-05-29 | PO Lindqvist | Attended. Work trial at the depot. | Attended on time. Work trial at the depot. | Kept his appointment and spoke of a trial at the depot.
2024-06-19 | PO Lindqvist | Failed to attend, final warning posted. | Failed to attend; final warning posted first class. | Absence led to a final warning by post.
2024-07-10 | PO Marsh | Home visit. Children in pyjamas at two in the afternoon. | Home visit at 14.00. Children in pyjamas at two in the afternoon. | Visiting at two, the officer found children still in pyjamas.
2024-08-07 | PO Marsh | Asked social care whether the family is known. No reply yet. | Asked social care whether family is known. No reply as yet. | A question to social care about the family has had no reply.
2024-09-04 | Programme team | Finished the course, certificate given. | Finished the ten week course, certificate given. | Certificate for completing the course.
2024-10-02 | PO Marsh | Order ended. Case closed on the system. | Order ended. Case closed on system same day. | With the end of the order the case was closed.
`;

export type CorpusRow = { date: string; source: string; text: string };
export type CorpusEntry = CorpusRow & { light: string; heavy: string };
export type CorpusTable = { name: string; rows: readonly CorpusEntry[] };

export const CORPUS_TABLES: readonly CorpusTable[] = TABLES.split('# ')
  .slice(1)
  .map((part) => {
    const [name, ...lines] = part.trim().split('\n');
    const rows = lines.map((line) => {
      const [date = '', source = '', text = '', light = '', heavy = ''] = line.split(' | ').map((one) => one.trim());
      return { date, source, text, light, heavy };
    });
    return { name: name!, rows };
  });
