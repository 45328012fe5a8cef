import { WebSocket } from 'ws';

export type Params = Record<string, unknown>;
export type Cdp = {
  send(method: string, params?: Params, sessionId?: string): Promise<Params>;
  on(listener: (method: string, params: Params, sessionId: string | undefined) => void): void;
  close(): void;
};

/** A line to the browser's debugging protocol; sessions are flat. */
export function connectCdp(url: string): Promise<Cdp> {
  const socket = new WebSocket(url, { perMessageDeflate: false, maxPayload: 256 * 1024 * 1024 });
  const asked = new Map<number, { resolve(value: Params): void; reject(error: Error): void }>();
  const listeners: ((method: string, params: Params, sessionId: string | undefined) => void)[] = [];
  let next = 1;
  socket.on('message', (data) => {
    const message = JSON.parse(String(data)) as {
      id?: number;
      method?: string;
      params?: Params;
      result?: Params;
      error?: { message: string };
      sessionId?: string;
    };
    if (message.id === undefined) {
      for (const listener of listeners) listener(message.method ?? '', message.params ?? {}, message.sessionId);
      return;
    }
    const waiting = asked.get(message.id);
    asked.delete(message.id);
    if (message.error) waiting?.reject(new Error(message.error.message));
    else waiting?.resolve(message.result ?? {});
  });
  const cdp: Cdp = {
    send: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        const id = next++;
        asked.set(id, { resolve, reject });
        socket.send(JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) }));
      }),
    on: (listener) => listeners.push(listener),
    close: () => socket.close(),
  };
  return new Promise((resolve, reject) => {
    socket.on('open', () => resolve(cdp));
    socket.on('error', reject);
  });
}
