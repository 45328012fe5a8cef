import type { EventName } from '../contract/events.ts';

export type Progress = { label: string; done: number; total: number | null };

/** What a running call may hear and say. */
export type CallControl = { signal: AbortSignal; callId: string; onProgress(progress: Progress): void };

export type WireEvent = { seq: number; name: EventName; data: unknown };

/** The core as one client of it sees it. The server side of the wire calls this and nothing else. */
export type RpcService = {
  /** Throws AppError. */
  call(name: string, input: unknown, control: CallControl): Promise<unknown>;
  /**
   * `afterSeq` null: from now on. Otherwise every event after that number first, or one `resync`
   * where they are no longer held. Answers how to stop.
   */
  subscribe(afterSeq: number | null, onEvent: (event: WireEvent) => void): () => void;
  /** Begins the connection anonymised; it can only hide more. */
  anonymise?(): void;
  close(): void;
};
