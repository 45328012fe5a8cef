import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, type ReactNode, use } from 'react';
import type { RpcClient } from '#shared/rpc/client.ts';
import type { HostBridge } from '#shared/rpc/host-bridge.ts';
import { keepFresh } from './invalidation.ts';
import { createJobs, type Jobs } from './jobs.ts';

/** What the page holds on to for its whole life: the wire, the host, the cached answers, the running jobs. */
export type Workbench = {
  client: RpcClient;
  host: HostBridge;
  cache: QueryClient;
  jobs: Jobs;
  sessionChanged(): void;
  stop(): void;
};

export function createWorkbench(client: RpcClient, host: HostBridge): Workbench {
  const cache = new QueryClient({
    defaultOptions: {
      queries: {
        // Answers change only through the core's events, so nothing is asked again for its age alone.
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 300_000,
        retry: false,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
    },
  });
  return { client, host, cache, jobs: createJobs(), ...keepFresh(client, cache) };
}

const WorkbenchContext = createContext<Workbench | null>(null);

export function WorkbenchProvider({ workbench, children }: { workbench: Workbench; children: ReactNode }): ReactNode {
  return (
    <WorkbenchContext value={workbench}>
      <QueryClientProvider client={workbench.cache}>{children}</QueryClientProvider>
    </WorkbenchContext>
  );
}

export function useWorkbench(): Workbench {
  const workbench = use(WorkbenchContext);
  if (!workbench) throw new Error('outside the workbench');
  return workbench;
}
