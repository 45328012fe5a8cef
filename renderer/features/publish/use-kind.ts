import { PublicationKind } from '#shared/model/publication-kinds.ts';
import { replaceParams, useRoute } from '#renderer/data/route.ts';

/** Which kind is being made: it stands in the address, so that going away and back keeps it. */
export function useKind(): readonly [PublicationKind, (kind: PublicationKind) => void] {
  const { params } = useRoute();
  const asked = PublicationKind.safeParse(params['kind']);
  return [asked.success ? asked.data : 'actionsOnly', (kind) => replaceParams({ kind, step: 'what' })];
}
