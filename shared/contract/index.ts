import type { z } from 'zod';
import { accounts } from './accounts.ts';
import { analysis } from './analysis.ts';
import { bulk } from './bulk.ts';
import { chronologyPaper } from './chronology-paper.ts';
import { chronology } from './chronology.ts';
import { discussion } from './discussion.ts';
import { gaps } from './gaps.ts';
import { lanes } from './lanes.ts';
import { memos } from './memos.ts';
import { panel } from './panel.ts';
import { passages } from './passages.ts';
import type { Command, Job, Procedure, Query } from './procedure.ts';
import { proceedings } from './proceedings.ts';
import { publicationRules } from './publication-rules.ts';
import { publish } from './publish.ts';
import { recommendations } from './recommendations.ts';
import { register } from './register.ts';
import { returnOriginal } from './return-original.ts';
import { returnPapers } from './return-papers.ts';
import { returnVersions } from './return-versions.ts';
import { returns } from './returns.ts';
import { review } from './review.ts';
import { session } from './session.ts';
import { tracker } from './tracker.ts';
import { views } from './views.ts';

/** Everything that can be asked of Plumbline, whichever door the call comes through. */
export const contract = {
  ...session,
  ...review,
  ...returns,
  ...returnOriginal,
  ...returnPapers,
  ...returnVersions,
  ...tracker,
  ...chronology,
  ...views,
  ...bulk,
  ...lanes,
  ...gaps,
  ...discussion,
  ...chronologyPaper,
  ...register,
  ...analysis,
  ...recommendations,
  ...publish,
  ...publicationRules,
  ...proceedings,
  ...accounts,
  ...panel,
  ...passages,
  ...memos,
} as const;

/** The feature maps apart, so that a test can refuse a name that stands in two of them. */
export const featureMaps = {
  session,
  review,
  returns,
  returnOriginal,
  returnPapers,
  returnVersions,
  tracker,
  chronology,
  views,
  bulk,
  chronologyPaper,
  register,
  analysis,
  recommendations,
  publish,
  publicationRules,
  proceedings,
  lanes,
  gaps,
  discussion,
  accounts,
  panel,
  passages,
  memos,
};

export type Contract = typeof contract;
export type ProcedureName = keyof Contract;
type NamesOf<K> = { [N in ProcedureName]: Contract[N] extends K ? N : never }[ProcedureName];
export type QueryName = NamesOf<Query>;
export type CommandName = NamesOf<Command>;
export type JobName = NamesOf<Job>;
export type InputOf<N extends ProcedureName> = z.output<Contract[N]['input']>;
export type InputFor<N extends ProcedureName> = z.input<Contract[N]['input']>;
export type OutputOf<N extends ProcedureName> = z.output<Contract[N]['output']>;

/** The procedure of that name, or undefined: own properties only, so `constructor` is no method. */
export function procedureOf(name: string): Procedure | undefined {
  return Object.hasOwn(contract, name) ? contract[name as ProcedureName] : undefined;
}
