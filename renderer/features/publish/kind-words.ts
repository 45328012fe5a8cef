import { KINDS, type PublicationKind } from '#shared/model/publication-kinds.ts';

/** "actions only": the kind within a sentence. */
export const kindIn = (kind: PublicationKind): string => KINDS[kind].label.toLowerCase();
