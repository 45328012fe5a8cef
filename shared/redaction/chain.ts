import type { Atom } from './name-atoms.ts';

/** Parts of one name that stand together, with title and initials. */
export type Chain = {
  start: number;
  end: number;
  atoms: Atom[];
  entries: Map<number, number>;
  given: boolean;
  surname: boolean;
  reversed: boolean;
  /** Given by one person, surname by another: nobody on the register has this name, or it is a new one. */
  mixed: boolean;
  /** One part has a slip and is short: likely, not sure. */
  shortSlip: boolean;
  /** Separators that stood between: as in running text, or as in slugs and addresses. */
  joins: Set<'space' | 'oddSpace' | 'comma' | 'mark' | 'glued' | 'quote' | 'bridge'>;
  initials: { letters: string; fitting: number[]; spaced: boolean } | null;
  title: 'none' | 'title' | 'kin' | 'couple';
};
