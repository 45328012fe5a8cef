import type { ReactNode } from 'react';

const STEPS: readonly (readonly [string, string])[] = [
  ['Returns', 'Each agency’s file, kept as it came'],
  ['Chronology', 'One order of events, dates as written'],
  ['Findings', 'What the evidence shows, for and against'],
  ['Recommendations', 'Owner, date, measure, assurance'],
  ['Publish', 'Checked, approved, released'],
];
const BEGIN: readonly (readonly [string, string])[] = [
  [
    'You write the review',
    'Drop in one return. It reads as a chronology within a minute, with what could not be read beside it.',
  ],
  ['You sit on the review panel', 'Open the review you were given. Read, annotate and say where a fact is wrong.'],
  ['You run the business unit', 'Start with actions, or put in the returns as they come. What waits is on Overview.'],
];

/** How a review goes through, and where to begin. */
export function HowItGoes(): ReactNode {
  return (
    <>
      <section aria-labelledby="pl-goes" className="pl-goes">
        <h2 id="pl-goes">How a review goes through</h2>
        <ol className="pl-goes-steps">
          {STEPS.map(([name, about]) => (
            <li key={name}>
              <h3>{name}</h3>
              <p>{about}</p>
            </li>
          ))}
        </ol>
      </section>
      <section aria-labelledby="pl-begin" className="pl-goes">
        <h2 id="pl-begin">Where to begin</h2>
        <div className="pl-begin">
          {BEGIN.map(([who, about]) => (
            <div key={who}>
              <h3>{who}</h3>
              <p>{about}</p>
            </div>
          ))}
        </div>
      </section>
    </>
  );
}
