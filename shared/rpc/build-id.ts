declare const PLUMBLINE_BUILD_ID: string | undefined;

/** Names one build of the program on both sides of the wire; `source` where the files run unbundled. */
export const BUILD: string = typeof PLUMBLINE_BUILD_ID === 'string' ? PLUMBLINE_BUILD_ID : 'source';
