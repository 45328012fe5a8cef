import { useSyncExternalStore } from 'react';
import type { ConnectionState } from '#shared/rpc/client.ts';
import { useWorkbench } from '#renderer/data/workbench.tsx';

export function useConnection(): ConnectionState {
  const { client } = useWorkbench();
  return useSyncExternalStore(client.onState, client.state);
}
