import type { QueryName, OutputOf, ProcedureName, InputOf } from '#shared/contract/index.ts';
import type { EventData, EventName } from '#shared/contract/events.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { BUILD } from '#shared/rpc/build-id.ts';
import { createRpcClient } from '#shared/rpc/client.ts';
import { createEventRing } from '#shared/rpc/event-ring.ts';
import type { HostBridge } from '#shared/rpc/host-bridge.ts';
import { memoryPair } from '#shared/rpc/memory-transport.ts';
import { serveRpc } from '#shared/rpc/server.ts';
import type { CallControl } from '#shared/rpc/service.ts';
import type { Transport } from '#shared/rpc/transport.ts';
import { createWorkbench, type Workbench } from '#renderer/data/workbench.tsx';

export type Answers = { [N in ProcedureName]?: (input: InputOf<N>, control: CallControl) => unknown };
export type Scripted = {
  workbench: Workbench;
  calls: { name: string; input: unknown }[];
  tell<N extends EventName>(name: N, data: EventData<N>): void;
  /** The connection ends; the page connects again by itself. */
  drop(): void;
};

export const SESSION: OutputOf<'session.get'> = {
  state: 'open',
  reviewId: '01890a5d-ac96-774b-bcce-b302099a8057',
  reference: 'LCSPR 2031/04',
  view: 'identified',
  person: { name: 'Tamsin Orrell', post: 'Independent Reviewer', role: 'reviewer' },
  readOnly: false,
  holder: null,
  workingCopy: false,
  host: 'test',
  build: 'test',
  seq: 0,
  idleLockMinutes: 15,
};

/** A page's workbench over the real wire, answered by a script instead of the core. */
export function scriptedCore(answers: Answers, host: Partial<HostBridge> = {}): Scripted {
  const ring = createEventRing();
  const calls: Scripted['calls'] = [];
  let last: Transport | null = null;
  const connect = async () => {
    const [near, far] = memoryPair();
    last = far;
    serveRpc(
      far,
      {
        async call(name, input, control) {
          calls.push({ name, input });
          const answer = answers[name as QueryName] as ((input: unknown, control: CallControl) => unknown) | undefined;
          if (!answer) throw new AppError('notBuiltYet');
          return answer(input, control);
        },
        subscribe: (after, onEvent) => ring.subscribe(after, onEvent),
        close: () => undefined,
      },
      { build: BUILD },
    );
    return near;
  };
  const refuse = (): never => {
    throw new AppError('notBuiltYet');
  };
  const bridge: HostBridge = {
    kind: 'browser',
    connect,
    pickFile: refuse,
    pickPlace: refuse,
    dropFile: refuse,
    saveResult: refuse,
    ...host,
  };
  const client = createRpcClient(connect, { build: BUILD, checkOutputs: true, retryMs: [5] });
  return {
    workbench: createWorkbench(client, bridge),
    calls,
    tell: (name, data) => void ring.publish(name, data),
    drop: () => last?.close(),
  };
}
