import { contract, type InputFor, type OutputOf, type ProcedureName } from '../contract/index.ts';
import { events, type EventName } from '../contract/events.ts';
import { AppError } from '../kernel/app-error.ts';
import { newId } from '../kernel/ids.ts';
import { buildsFit } from './build-id.ts';
import { PROTOCOL, readFrame, ServerFrame, writeFrame } from './envelope.ts';
import type { Progress, WireEvent } from './service.ts';
import type { Transport } from './transport.ts';

export type CallOptions = { signal?: AbortSignal; onProgress?(progress: Progress): void };
/** `lost`: gone, being tried again. `refused`: the other side answers as another build does; reload the page. */
export type ConnectionState = 'connecting' | 'open' | 'lost' | 'refused' | 'closed';

export type RpcClient = {
  /** Parses its own input first, so that a programming error shows at the call. */
  call<N extends ProcedureName>(name: N, input: InputFor<N>, options?: CallOptions): Promise<OutputOf<N>>;
  onEvent(listener: (event: WireEvent) => void): () => void;
  onState(listener: (state: ConnectionState) => void): () => void;
  state(): ConnectionState;
  close(): void;
};

export type ClientOptions = {
  build: string;
  secret?: string;
  /** Answers and events are parsed by the contract too. In development and in tests. */
  checkOutputs?: boolean;
  /** Queries and commands; jobs have no limit. */
  timeoutMs?: number;
  /** Waits between attempts to connect again; the last repeats. Empty: a lost connection stays lost. */
  retryMs?: readonly number[];
};

type Pending = {
  name: ProcedureName;
  frame: string;
  sent: boolean;
  resolve(output: unknown): void;
  reject(error: AppError): void;
  onProgress: ((progress: Progress) => void) | undefined;
};

const RETRY_MS = [100, 250, 500, 1000, 2000, 5000] as const;

export function createRpcClient(connect: () => Promise<Transport>, options: ClientOptions): RpcClient {
  const { timeoutMs = 60_000, retryMs = RETRY_MS, checkOutputs = false } = options;
  const pending = new Map<string, Pending>();
  const onEvent = new Set<(event: WireEvent) => void>();
  const onState = new Set<(state: ConnectionState) => void>();
  let state: ConnectionState = 'connecting';
  let transport: Transport | null = null;
  let greeted = false;
  let wasOpen = false;
  let lastSeq: number | null = null;
  let anonymised = false;
  let attempt = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;

  function become(next: ConnectionState): void {
    if (state === next || state === 'closed') return;
    state = next;
    for (const listener of onState) listener(next);
  }

  function tell(event: WireEvent): void {
    for (const listener of onEvent) listener(event);
  }

  async function open(): Promise<void> {
    let fresh: Transport;
    try {
      fresh = await connect();
    } catch {
      return lost(null);
    }
    if (state === 'closed') return fresh.close();
    transport = fresh;
    greeted = false;
    fresh.onFrame((text) => {
      if (transport === fresh) arrived(text);
    });
    fresh.onClose(() => lost(fresh));
    const { build, secret } = options;
    fresh.send(
      writeFrame({
        t: 'hello',
        protocol: PROTOCOL,
        build,
        afterSeq: lastSeq,
        ...(secret === undefined ? {} : { secret }),
        ...(anonymised ? { anonymised } : {}),
      }),
    );
  }

  function lost(which: Transport | null): void {
    if (transport !== which || state === 'closed') return;
    transport = null;
    greeted = false;
    // A command or job may or may not have happened: whoever asked must look. A query is simply asked again.
    for (const [id, call] of pending) {
      if (!call.sent) continue;
      if (contract[call.name].kind === 'query' && retryMs.length > 0) call.sent = false;
      else settle(id)?.reject(new AppError('closed'));
    }
    const wait = retryMs[Math.min(attempt, retryMs.length - 1)];
    attempt += 1;
    if (state === 'refused') return failAll();
    if (wait === undefined) {
      become('lost');
      return failAll();
    }
    become('lost');
    retry = setTimeout(() => void open(), wait);
  }

  function arrived(text: string): void {
    const frame = readFrame(ServerFrame, text);
    if (frame === null) return transport?.close();
    if (frame.t === 'hello') return welcome(frame.build);
    if (frame.t === 'event') return heard(frame.seq, frame.name, frame.data);
    const call = settle(frame.id);
    if (!call) return;
    if (frame.t === 'fail') call.reject(new AppError(frame.error.code, frame.error.details, frame.error.message));
    else finish(call, frame.output);
  }

  function welcome(build: string): void {
    if (!buildsFit(build, options.build)) {
      become('refused');
      return transport?.close();
    }
    greeted = true;
    attempt = 0;
    // Away before any number was heard: there is nothing to resume after, so nothing cached can be trusted.
    if (wasOpen && lastSeq === null) tell({ seq: 0, name: 'resync', data: {} });
    wasOpen = true;
    become('open');
    for (const call of pending.values()) if (!call.sent) transmit(call);
  }

  function heard(seq: number, name: string, data: unknown): void {
    if (!Object.hasOwn(events, name)) return;
    const event = { seq, name: name as EventName, data };
    if (checkOutputs && !events[event.name].safeParse(data).success) return transport?.close();
    if (event.name === 'job.progress') {
      const progress = data as Progress & { call: string };
      pending.get(progress.call)?.onProgress?.({ label: progress.label, done: progress.done, total: progress.total });
    } else {
      lastSeq = seq;
    }
    tell(event);
  }

  function finish(call: Pending, output: unknown): void {
    if (!checkOutputs) return call.resolve(output);
    const read = contract[call.name].output.safeParse(output);
    if (read.success) call.resolve(read.data);
    else call.reject(new AppError('badOutput', { method: call.name }));
  }

  function settle(id: string): Pending | undefined {
    const call = pending.get(id);
    pending.delete(id);
    return call;
  }

  function failAll(): void {
    for (const id of pending.keys()) settle(id)?.reject(new AppError('closed'));
  }

  function transmit(call: Pending): void {
    call.sent = true;
    transport?.send(call.frame);
  }

  function start(name: ProcedureName, input: unknown, { signal, onProgress }: CallOptions): Promise<unknown> {
    const id = newId();
    return new Promise<unknown>((resolve, reject) => {
      const limit = contract[name].kind === 'job' ? undefined : setTimeout(() => stop('timedOut'), timeoutMs);
      // What may write says itself how it ended: it may have been done already when the wish to stop came.
      const stopped = (): void => {
        if (call.sent && contract[name].kind !== 'query') transport?.send(writeFrame({ t: 'cancel', id }));
        else stop('cancelled');
      };
      const done = (): void => {
        clearTimeout(limit);
        signal?.removeEventListener('abort', stopped);
      };
      const call: Pending = {
        name,
        frame: '',
        sent: false,
        onProgress,
        resolve: (output) => {
          done();
          // Kept for the next hello: a connection that comes back must not begin identified.
          if (name === 'session.setView') anonymised = (input as InputFor<'session.setView'>).view === 'anonymised';
          resolve(output);
        },
        reject: (error) => (done(), reject(error)),
      };
      function stop(code: 'timedOut' | 'cancelled'): void {
        if (call.sent) transport?.send(writeFrame({ t: 'cancel', id }));
        settle(id)?.reject(new AppError(code, code === 'timedOut' ? { seconds: Math.round(timeoutMs / 1000) } : {}));
      }
      pending.set(id, call);
      try {
        call.frame = writeFrame({ t: 'call', id, name, input });
      } catch (error) {
        settle(id)?.reject(error as AppError);
        return;
      }
      signal?.addEventListener('abort', stopped);
      if (greeted) transmit(call);
    });
  }

  void open();
  return {
    async call<N extends ProcedureName>(name: N, input: InputFor<N>, callOptions: CallOptions = {}): Promise<OutputOf<N>> {
      if (!Object.hasOwn(contract, name)) throw new AppError('unknownMethod');
      const read = contract[name].input.safeParse(input);
      if (!read.success) throw new AppError('badInput', { where: name, why: whereOf(read.error.issues[0]?.path) });
      if (callOptions.signal?.aborted) throw new AppError('cancelled');
      if (state === 'closed' || state === 'refused' || (state === 'lost' && retryMs.length === 0)) throw new AppError('closed');
      return (await start(name, read.data, callOptions)) as OutputOf<N>;
    },
    onEvent(listener) {
      onEvent.add(listener);
      return () => onEvent.delete(listener);
    },
    onState(listener) {
      onState.add(listener);
      return () => onState.delete(listener);
    },
    state: () => state,
    close() {
      if (state === 'closed') return;
      become('closed');
      clearTimeout(retry);
      failAll();
      transport?.close();
    },
  };
}

/** The field that does not fit, never what stood in it. */
function whereOf(path: readonly PropertyKey[] | undefined): string {
  return path && path.length > 0 ? `look at ${path.map(String).join('.')}` : 'a value is missing or has the wrong form';
}
