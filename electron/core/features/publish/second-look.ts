/** What looks personal and is not on the register: proposed, never a block (DESIGN, People). */
export type PersonalFind = { start: number; end: number; what: string };

export function personalIn(_text: string): PersonalFind[] {
  return [];
}
