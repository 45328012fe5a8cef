/** Moves strings, in order, both ways, and knows when the other end has gone. It never looks inside. */
export type Transport = {
  send(frame: string): void;
  /** One listener is enough; frames that come before it is set are kept for it. */
  onFrame(listener: (frame: string) => void): void;
  /** Called once. A listener set after the end is called at once. */
  onClose(listener: () => void): void;
  close(): void;
};

/** The half of a transport that faces its user; a host pushes into it what arrives. */
export type TransportEnd = { transport: Transport; arrived(frame: string): void; ended(): void };

export function transportEnd(out: { send(frame: string): void; close(): void }): TransportEnd {
  let onFrame: ((frame: string) => void) | null = null;
  const onClose: (() => void)[] = [];
  const early: string[] = [];
  let closed = false;
  const ended = (): void => {
    if (closed) return;
    closed = true;
    for (const listener of onClose.splice(0)) listener();
  };
  return {
    ended,
    arrived(frame) {
      if (closed) return;
      if (onFrame) onFrame(frame);
      else early.push(frame);
    },
    transport: {
      send(frame) {
        if (!closed) out.send(frame);
      },
      onFrame(listener) {
        onFrame = listener;
        for (const frame of early.splice(0)) listener(frame);
      },
      onClose(listener) {
        if (closed) listener();
        else onClose.push(listener);
      },
      close() {
        if (closed) return;
        out.close();
        ended();
      },
    },
  };
}
