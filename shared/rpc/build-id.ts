declare const PLUMBLINE_BUILD_ID: string | undefined;

const SOURCE = 'source';

/** Names what both sides of the wire must share: the version and everything in this room. */
export const BUILD: string = typeof PLUMBLINE_BUILD_ID === 'string' ? PLUMBLINE_BUILD_ID : SOURCE;

/** Run unbundled, for development, a side fits whatever it meets. */
export function buildsFit(one: string, other: string): boolean {
  return one === other || one === SOURCE || other === SOURCE;
}
