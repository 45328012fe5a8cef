import { useEffect, useRef, useState } from 'react';
import type { AppError } from '#shared/kernel/app-error.ts';
import type { PanelRemark } from '#shared/model/panel.ts';
import { replaceParams, useRoute } from '#renderer/data/route.ts';
import { useQuery } from '#renderer/data/use-query.ts';

export type Show = 'waiting' | 'settled' | 'all';
export type Remarks = {
  all: readonly PanelRemark[];
  total: number;
  waiting: number;
  loading: boolean;
  error: AppError | null;
  selected: PanelRemark | undefined;
  replies: readonly PanelRemark[];
  /** Those chosen, else the one selected. */
  chosen: readonly PanelRemark[];
  ticked: ReadonlySet<string>;
  select(id: string): void;
  tick(id: string): void;
  tickAll(): void;
  clear(): void;
  next(): void;
};

const AT_ONCE = 1_000;

/** The list of remarks and the place in it: when one is settled and leaves the list, the next takes its place. */
export function useRemarks(show: Show, copyId: string | undefined): Remarks {
  const { params } = useRoute();
  const { data, error, loading } = useQuery('remark.list', { show, limit: AT_ONCE, ...(copyId ? { copyId } : {}) });
  const all = data?.remarks ?? [];
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const last = useRef(0);
  const found = all.findIndex(({ id }) => id === params['remark']);
  const at = found >= 0 ? found : Math.min(last.current, all.length - 1);
  useEffect(() => {
    if (at >= 0) last.current = at;
  }, [at]);
  const selected = all[at];
  const select = (id: string): void => replaceParams({ remark: id });
  const chosen = all.filter(({ id }) => ticked.has(id));
  return {
    all,
    total: data?.total ?? 0,
    waiting: data?.waiting ?? 0,
    loading,
    error,
    selected,
    replies: selected ? all.filter(({ parentId }) => parentId === selected.id) : [],
    chosen: chosen.length > 0 ? chosen : selected ? [selected] : [],
    ticked,
    select,
    tick: (id) => {
      const next = new Set(ticked);
      if (!next.delete(id)) next.add(id);
      setTicked(next);
    },
    tickAll: () => setTicked(ticked.size === all.length ? new Set() : new Set(all.slice(0, 500).map(({ id }) => id))),
    clear: () => setTicked(new Set()),
    next: () => {
      const from = at + 1;
      const next = [...all.slice(from), ...all.slice(0, from)].find(({ state }) => state === 'waiting');
      if (next) select(next.id);
    },
  };
}
