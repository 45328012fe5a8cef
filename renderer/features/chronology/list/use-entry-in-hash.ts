import { useEffect, useRef } from 'react';
import { replaceParams, useRoute } from '#renderer/data/route.ts';

/** The selected entry stands in the hash; one that a link puts there is gone to. Written after a pause: keys repeat. */
export function useEntryInHash(id: string | null, goTo: (id: string) => Promise<boolean>): void {
  const { params } = useRoute();
  const asked = params['entry'];
  const written = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (asked === undefined || asked === written.current) return;
    written.current = asked;
    void goTo(asked).catch(() => undefined);
  }, [asked, goTo]);
  useEffect(() => {
    if (id === null || id === written.current) return undefined;
    const timer = setTimeout(() => {
      written.current = id;
      replaceParams({ entry: id });
    }, 250);
    return () => clearTimeout(timer);
  }, [id]);
}
