import { procedureOf } from '../contract/index.ts';
import { AppError, toAppError } from '../kernel/app-error.ts';
import { newId } from '../kernel/ids.ts';
import { ClientFrame, PROTOCOL, readFrame, writeFrame, type ServerFrame } from './envelope.ts';
import type { RpcService } from './service.ts';
import type { Transport } from './transport.ts';

export type ServerOptions = {
  build: string;
  /** Loopback: is this the secret of a page that we served? Without it every hello is let in. */
  admit?(secret: string | undefined): boolean;
  /** Something that is no AppError was thrown; the page hears the incident's id alone. */
  onInternal?(incident: string, error: unknown): void;
  /** A page that says nothing is let go after this. */
  helloWithinMs?: number;
};

/** Answers one client until it goes. Whatever is not exactly our protocol ends the connection. */
export function serveRpc(transport: Transport, service: RpcService, options: ServerOptions): void {
  const running = new Map<string, AbortController>();
  let unsubscribe: (() => void) | null = null;
  let greeted = false;
  const waiting = setTimeout(() => transport.close(), options.helloWithinMs ?? 10_000);

  transport.onClose(() => {
    clearTimeout(waiting);
    unsubscribe?.();
    for (const control of running.values()) control.abort();
    running.clear();
    service.close();
  });

  transport.onFrame((text) => {
    const frame = readFrame(ClientFrame, text);
    if (frame === null) return transport.close();
    if (frame.t === 'hello') return greet(frame);
    if (!greeted) return transport.close();
    if (frame.t === 'cancel') return running.get(frame.id)?.abort();
    if (running.has(frame.id)) return transport.close();
    void answer(frame.id, frame.name, frame.input);
  });

  function greet(frame: Extract<ClientFrame, { t: 'hello' }>): void {
    if (greeted || (options.admit && !options.admit(frame.secret))) return transport.close();
    greeted = true;
    if (frame.anonymised) service.anonymise?.();
    clearTimeout(waiting);
    send({ t: 'hello', protocol: PROTOCOL, build: options.build, afterSeq: null });
    unsubscribe = service.subscribe(frame.afterSeq, (event) => {
      try {
        send({ t: 'event', ...event });
      } catch {
        send({ t: 'event', seq: event.seq, name: 'resync', data: {} });
      }
    });
  }

  async function answer(id: string, name: string, input: unknown): Promise<void> {
    const control = new AbortController();
    running.set(id, control);
    try {
      if (procedureOf(name) === undefined) throw new AppError('unknownMethod');
      const output = await service.call(name, input, {
        signal: control.signal,
        callId: id,
        onProgress(progress) {
          if (!running.has(id)) return;
          const { label, done, total } = progress;
          send({ t: 'event', seq: 0, name: 'job.progress', data: { call: id, label, done, total } });
        },
      });
      running.delete(id);
      send({ t: 'ok', id, output: output ?? null });
    } catch (thrown) {
      running.delete(id);
      const error = told(thrown);
      try {
        send({ t: 'fail', id, error: error.toWire() });
      } catch {
        send({ t: 'fail', id, error: new AppError(error.code).toWire() });
      }
    }
  }

  function told(thrown: unknown): AppError {
    return toAppError(thrown, () => {
      const incident = newId();
      options.onInternal?.(incident, thrown);
      return incident;
    });
  }

  function send(frame: ServerFrame): void {
    transport.send(writeFrame(frame));
  }
}
