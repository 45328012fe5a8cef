import { entry, type SampleReturn } from './sample-return.ts';

/** Oster Homes wrote first that it knew no such child: it had searched by his name. This is its answer by address. */
export const HOUSING: SampleReturn = {
  code: 'HG',
  agency: `Oster Homes`,
  system: `Cx`,
  file: `Oster Homes letter 9 July 2026.docx`,
  returnVersion: 2,
  received: '2026-07-09',
  preface: [
    `Oster Homes`,
    `Tenancies and Neighbourhoods`,
    `9 July 2026`,
    `Dear Colin`,
    `Local child safeguarding practice review 2026/01`,
    `On 20 February I told you that we held nothing. We had searched our system for the child’s name, and our system holds tenants, not children. At the review panel’s request we have searched again by address. We hold nineteen entries, set out below as our staff typed them. I am sorry for the delay, and for the earlier answer.`,
    `Officers’ notes are short because the field allows 250 characters. Where an officer gave only part of a date I have left it so.`,
  ],
  columns: [`Ref`, `Date`, `Contact with`, `Notes`],
  tables: [
    {
      name: `Contacts at the tenancy`,
      lines: [
        entry(9, [
          `TR-008812/01`,
          `26.2.24`,
          `Ms Pryce, tenant`,
          `Sign-up and keys, 27 Tanpit Row, Kelderby QX4 7DB. Sole tenancy. Household as declared: tenant plus two. Moving from her mother’s at Ferryman's Court over the weekend.`,
        ]),
        entry(null, [
          `TR-008812/02`,
          `11.3.24 – 15.3.24`,
          `Tenant (tel x2, text)`,
          `New tenancy check. Two calls in the week, second answered. Heating explained, meter numbers taken, no repairs to report.`,
        ]),
        entry(null, [
          `TR-008812/03`,
          `c. 10.4.24`,
          `Rent team`,
          `First four weeks. Universal Credit housing element not yet in payment. Account £212.40 down. Standard first-month letter, no action.`,
        ]),
        entry(null, [
          `TR-008812/04`,
          `3.6.24`,
          `Rent team`,
          `UC managed payment received and backdated. Account clear. Letter to say so.`,
        ]),
        entry(23, [
          `TR-008812/05`,
          `11.7.24`,
          `Gas contractor`,
          `Annual gas check. No answer at door, carded. Second appointment to be made by contractor.`,
        ]),
        entry(25, [
          `ASB-3307`,
          `early Aug 2024`,
          `Mrs ODowd, no. 25`,
          `Rang to say shouting late at night from no. 27, a man’s voice, “not every night but bad when it is”. Logged as noise. Diary sheets posted to caller.`,
        ]),
        entry(null, [
          `TR-008812/06`,
          `23.9.24 – 27.9.24`,
          `Gas contractor`,
          `Gas check completed on third visit. Certificate on file. Tenant in.`,
        ]),
        entry(null, [
          `TR-008812/07`,
          `21.10.24`,
          `B Price (tel)`,
          `Tenant asked for rent statement for a benefits form. Posted second class. Surname to be corrected on the contact screen.`,
        ]),
        entry(null, [
          `ASB-3307`,
          `c. 12.11.24`,
          `Neighbourhoods`,
          `Noise case closed automatically: diary sheets not returned in 90 days. No visit made.`,
        ]),
        entry(null, [
          `TR-008812/08`,
          `13.1.25`,
          `Rent team`,
          `Two weeks behind after the Christmas payment break. Reminder text 1, automated.`,
        ]),
        entry(null, [
          `TR-008812/09`,
          `late Jan 2025`,
          `Rent team`,
          `Account brought up to date by card over the telephone. Reminder cycle stopped.`,
        ]),
        entry(61, [
          `PRK-0194`,
          `5.3.25`,
          `Ruth Ogbonna, housing officer`,
          `Van permit, bay 6, issued to “M Ayres” on tenant’s say-so at the office counter. Logbook copy seen. Household on the tenancy not asked about, not part of the form.`,
        ]),
        entry(62, [
          `ASB-3511`,
          `14.3.25`,
          `Mrs O’Dowd, no. 25`,
          `Reports a row at no. 27 about eleven at night, shouting, and the two children up at the front window. Has rung the police herself. Coded noise, linked to 3307. HO told at Monday meeting.`,
        ]),
        entry(null, [
          `TR-008812/10`,
          `7.4.25`,
          `Rent team`,
          `Annual rent increase letter. Tenant’s payment adjusted from 7 April, nothing outstanding.`,
        ]),
        entry(null, [
          `TR-008812/11`,
          `16.6.25 – 20.6.25`,
          `Tenant (portal)`,
          `Repair raised by portal: cold tap in bathroom will not turn off. Priority 3. First slot offered, tenant could not do mornings.`,
        ]),
        entry(94, [
          `TR-008812/12`,
          `8.7.25`,
          `Operative, for R Ogbonna`,
          `Tap washer replaced. Operative’s handheld: “Mr Ayres let me in.” New cot, still boxed, in the hall. Not passed on; job closed complete.`,
        ]),
        entry(null, [
          `TR-008812/13`,
          `c. 4.8.25`,
          `Rent team`,
          `Tenant reports maternity change to UC. Note put on account so that no arrears letter goes out while the claim is re-worked.`,
        ]),
        entry(101, [
          `ASB-3688`,
          `late Aug 2025`,
          `Mrs Sinéad O'Dowd, no. 25 (tel x2)`,
          `Two calls in one week, shouting again, “and a new baby in there now”. Advised that we cannot act on noise without diary sheets and that she should ring police on 101 or 999.`,
        ]),
        entry(null, [
          `TR-008812/14`,
          `13.10.25 – 17.10.25`,
          `Rent team`,
          `One week in arrears. Automated letter. Cleared on the 17th by direct debit.`,
        ]),
      ],
    },
  ],
  notes: [
    `References beginning ASB are our noise and nuisance records; PRK, parking; TR, the tenancy file.`,
    `Yours sincerely, Head of Tenancies, Oster Homes`,
  ],
};
