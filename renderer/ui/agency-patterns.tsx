import type { ReactNode } from 'react';
import { agencyColour, agencyInk, agencyPattern } from './agency-tag.tsx';

/** Strokes over the colour, in an 8 × 8 tile; numbers as in `agencyPattern`. */
const STROKES: readonly ReactNode[] = [
  null,
  <path key="rising" d="M-1 5 5 -1M-1 9 9 -1M3 9 9 3" />,
  <path key="level" d="M0 2h8M0 6h8" />,
  <path key="upright" d="M2 0v8M6 0v8" />,
  <g key="dots" stroke="none">
    <circle cx="2" cy="2" r="1" />
    <circle cx="6" cy="6" r="1" />
  </g>,
  <path key="grid" d="M0 2h8M0 6h8M2 0v8M6 0v8" />,
  <path key="falling" d="M-1 3 5 9M-1 -1 9 9M3 -1 9 5" />,
  <path key="lattice" d="M0 0 8 8M8 0 0 8" />,
  <path key="bricks" d="M0 2h8M0 6h8M2 2v4M6 -2v4M6 6v4" />,
  <path key="dashes" d="M2 0v4M6 4v4" />,
];

/** SVG patterns for `agencyFill`; once in the window, for every agency colour in use. */
export function AgencyPatterns({ colours }: { colours: readonly number[] }): ReactNode {
  return (
    <svg width="0" height="0" className="pl-hidden" aria-hidden="true" focusable="false">
      <defs>
        {[...new Set(colours)].map((colour) => (
          <pattern key={colour} id={`pl-ag-pattern-${colour}`} width="8" height="8" patternUnits="userSpaceOnUse">
            <rect width="8" height="8" style={{ fill: agencyColour(colour) }} />
            <g style={{ stroke: agencyInk(colour), fill: agencyInk(colour) }} strokeWidth="1.25" fill="none">
              {STROKES[agencyPattern(colour)]}
            </g>
          </pattern>
        ))}
      </defs>
    </svg>
  );
}
