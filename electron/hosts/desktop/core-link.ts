import type { CoreFiles } from './core-files.ts';
import { transportEnd, type TransportEnd } from '#shared/rpc/transport.ts';
import { serveRpc, type ServerOptions } from '#shared/rpc/server.ts';
import type { RpcService } from '#shared/rpc/service.ts';
import { toAppError } from '#shared/kernel/app-error.ts';
import { answerFiles } from './core-files.ts';
import type { FromCore, ToCore } from './core-messages.ts';

export type CoreSide = {
  connect(): RpcService;
  open(path: string): void;
  files: CoreFiles;
  server: ServerOptions;
};

/** The core's end of the line to main: pages by number, and questions about files. */
export function createCoreLink(side: CoreSide, send: (message: FromCore) => void): (message: ToCore) => void {
  const pages = new Map<number, TransportEnd>();

  function join(page: number): void {
    const end = transportEnd({
      send: (frame) => send({ t: 'frame', page, frame }),
      close: () => {
        pages.delete(page);
        send({ t: 'closed', page });
      },
    });
    pages.set(page, end);
    serveRpc(end.transport, side.connect(), side.server);
  }

  async function answer(message: Extract<ToCore, { t: 'ask' }>): Promise<void> {
    const { id } = message;
    try {
      send({ t: 'answer', id, value: await answerFiles(side.files, message.question) });
    } catch (thrown) {
      send({ t: 'refusal', id, error: toAppError(thrown).toWire() });
    }
  }

  return (message) => {
    if (message.t === 'joined') join(message.page);
    else if (message.t === 'frame') pages.get(message.page)?.arrived(message.frame);
    else if (message.t === 'ask') void answer(message);
    else if (message.t === 'open') side.open(message.path);
    else if (message.t === 'left') {
      const end = pages.get(message.page);
      pages.delete(message.page);
      end?.ended();
    }
  };
}
