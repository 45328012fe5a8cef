import type { WebSocket } from 'ws';
import { transportEnd, type Transport } from '#shared/rpc/transport.ts';

/** One text message is one frame. A binary message is not ours. */
export function wsTransport(socket: WebSocket): Transport {
  const end = transportEnd({ send: (frame) => socket.send(frame), close: () => socket.close(1000) });
  socket.on('message', (data, isBinary) => {
    if (isBinary) socket.close(1003);
    else end.arrived(String(data));
  });
  socket.on('close', end.ended);
  socket.on('error', () => socket.terminate());
  return end.transport;
}
