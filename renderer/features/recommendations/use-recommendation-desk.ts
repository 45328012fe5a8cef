import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import { go, replaceParams, useRoute } from '#renderer/data/route.ts';
import { useCannotWrite } from '#renderer/data/use-cannot-write.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useAgencies } from '#renderer/data/use-session.ts';
import { useWorkbench } from '#renderer/data/workbench.tsx';
import type { Desk, DeskMode } from '#renderer/editor/desk.ts';
import { createRecommendationWriter, type TypedText, typedBefore } from '#renderer/editor/draft/recommendation-writer.ts';
import { localToday } from '#renderer/data/today.ts';

export type Row = OutputOf<'recommendation.list'>[number];

const NO_ROWS: readonly Row[] = [];

/** What the faces in the editor and the panes around it work with. */
export function useRecommendationDesk(mode: DeskMode, order: readonly string[], linkFindings: (id: string) => void) {
  const { client, jobs } = useWorkbench();
  const { data: rows, error } = useQuery('recommendation.list', {});
  const { data: found } = useQuery('finding.list', {});
  const agencies = useAgencies();
  const cannot = useCannotWrite();
  const { params } = useRoute();
  const [leftOver, setLeftOver] = useState<ReadonlyMap<string, TypedText>>(new Map());
  const writer = useMemo(() => createRecommendationWriter(client, jobs.kept), [client, jobs]);
  const byId = useMemo(() => new Map((rows ?? NO_ROWS).map((row) => [row.id, row])), [rows]);
  const findings = useMemo(() => new Map((found ?? []).map((finding) => [finding.id, finding])), [found]);
  const numbers = useMemo(() => new Map(order.filter((id) => byId.has(id)).map((id, i) => [id, i + 1])), [order, byId]);
  useEffect(() => writer.know(rows ?? []), [writer, rows]);

  // What was typed when the window last went away becomes the change that it was on its way to be.
  const looked = useRef(false);
  useEffect(() => {
    if (!rows || cannot !== null || looked.current) return;
    looked.current = true;
    void (async () => {
      for (const typed of await typedBefore(client)) {
        const row = rows.find((one) => one.id === typed.id);
        if (!row || row.text === typed.text) await writer.untyped(typed.id);
        else if (row.rowVersion !== typed.over) setLeftOver((old) => new Map(old).set(typed.id, typed));
        else if ((await writer.update(typed.id, { text: typed.text })) === null) await writer.untyped(typed.id);
      }
    })().catch(() => undefined);
  }, [rows, cannot, client, writer]);

  const select = useCallback((id: string) => replaceParams({ recommendation: id }), []);
  const asked = params['recommendation'] ?? null;
  const selected = asked !== null && byId.has(asked) ? asked : (order.find((id) => byId.has(id)) ?? null);
  const desk = useMemo(
    (): Desk => ({
      rows: byId,
      numbers,
      findings,
      agencies,
      today: localToday(),
      mode,
      selected,
      cannot,
      leftOver,
      writer,
      select,
      update: (id, patch) => writer.update(id, patch),
      settleLeftOver(id, use) {
        const typed = leftOver.get(id);
        setLeftOver((old) => new Map([...old].filter(([key]) => key !== id)));
        void (async () => {
          if (use && typed) await writer.update(id, { text: typed.text });
          await writer.untyped(id);
        })();
      },
      keepAside: (typed) => setLeftOver((old) => new Map(old).set(typed.id, typed)),
      openEntry: (entry) => go('chronology', { entry }),
      openFinding: (finding) => go('analysis', { finding }),
      linkFindings,
    }),
    [byId, numbers, findings, agencies, mode, selected, cannot, leftOver, writer, select, linkFindings],
  );
  return { desk, rows, error };
}
