import type { CSSProperties, ReactNode } from 'react';
import './marks.css';

/** As much of an agency as its tag shows. */
export type AgencyLook = { name: string; letters: string; colour: number };

/** Colours 0–9 are tokens.css's; from 10 on a colour again. */
const colourOf = (colour: number): number => ((colour % 10) + 10) % 10;

/** The agency's colour; its text on that colour is `agencyInk`. */
export const agencyColour = (colour: number): string => `var(--pl-ag-${colourOf(colour)})`;
export const agencyInk = (colour: number): string => `var(--pl-ag-${colourOf(colour)}-ink)`;

/**
 * Which pattern tells this agency apart: its colour's own, and from the eleventh on another one, never solid.
 * 0 solid, rising stripes, level lines, upright lines, dots, grid, falling stripes, lattice, bricks, 9 dashes.
 */
export function agencyPattern(colour: number): number {
  const own = colourOf(colour);
  const round = Math.floor(colour / 10);
  return round <= 0 ? own : 1 + ((own + 8 + round) % 9);
}

/** `fill` of a bar: the colour, or colour with pattern where patterns are on or the colour is used twice. */
export function agencyFill(colour: number, patterns: boolean): string {
  return patterns || colour >= 10 ? `url(#pl-ag-pattern-${colour})` : agencyColour(colour);
}

export type AgencyTagProps = { agency: AgencyLook; lettersOnly?: boolean; className?: string };

/** Letters on the agency's colour, and its whole name: never the colour alone, never a cut name. */
export function AgencyTag({ agency, lettersOnly = false, className }: AgencyTagProps): ReactNode {
  const style: CSSProperties = { background: agencyColour(agency.colour), color: agencyInk(agency.colour) };
  return (
    <span className={className ? `pl-ag ${className}` : 'pl-ag'}>
      <span className="pl-ag-letters" style={style} title={lettersOnly ? agency.name : undefined}>
        {agency.letters}
      </span>{' '}
      {lettersOnly ? <span className="pl-hidden">{agency.name}</span> : <span className="pl-ag-name">{agency.name}</span>}
    </span>
  );
}
