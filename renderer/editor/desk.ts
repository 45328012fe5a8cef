import { createContext, use } from 'react';
import type { Agency } from '#shared/contract/review.ts';
import type { AppError } from '#shared/kernel/app-error.ts';
import type { Finding } from '#shared/model/analysis.ts';
import type { RecommendationPatch, RecommendationRow, RecommendationWriter, TypedText } from './draft/recommendation-writer.ts';

/** Draft: the text of every recommendation, to be read and written on. Fields: the chosen one open, the others in a line. */
export type DeskMode = 'draft' | 'fields';

/** What the faces in the editor need of the place around it. */
export type Desk = {
  rows: ReadonlyMap<string, RecommendationRow>;
  /** By placement in the document as it stands, before anything is saved. */
  numbers: ReadonlyMap<string, number>;
  findings: ReadonlyMap<string, Finding>;
  agencies: ReadonlyMap<string, Agency>;
  today: string;
  mode: DeskMode;
  selected: string | null;
  /** Why nothing can be changed here, or null. */
  cannot: string | null;
  /** Typed and not kept when the window last went away, over a row that has changed since. */
  leftOver: ReadonlyMap<string, TypedText>;
  writer: RecommendationWriter;
  select(id: string): void;
  update(id: string, patch: RecommendationPatch): Promise<AppError | null>;
  settleLeftOver(id: string, use: boolean): void;
  /** A text that could not be kept upon the newer one. */
  keepAside(typed: TypedText): void;
  openEntry(id: string): void;
  openFinding(id: string): void;
  /** Chooses its findings in the details. */
  linkFindings(id: string): void;
};

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (!desk) throw new Error('a face outside its place');
  return desk;
}
