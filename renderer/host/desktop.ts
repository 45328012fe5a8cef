import { AppError } from '#shared/kernel/app-error.ts';
import type { BridgeAnswer, DesktopBridge, HostBridge } from '#shared/rpc/host-bridge.ts';
import { transportEnd } from '#shared/rpc/transport.ts';

/** The desktop window's bridge, over the one object that its preload shows. */
export function desktopBridge(desktop: DesktopBridge): HostBridge {
  const end = transportEnd({ send: (frame) => desktop.send(frame), close: () => undefined });
  desktop.onFrame((frame) => end.arrived(frame));
  desktop.onClose(() => end.ended());
  return {
    kind: 'desktop',
    connect: async () => end.transport,
    pickFile: async (what) => answered(await desktop.pickFile(what)),
    pickPlace: async (what) => answered(await desktop.pickPlace(what)),
    dropFile: async (file, purpose) => answered(await desktop.dropFile(file, purpose)),
    saveResult: async (what) => answered(await desktop.saveResult(what)),
  };
}

function answered<T>(answer: BridgeAnswer<T>): T {
  if ('ok' in answer) return answer.ok;
  throw new AppError(answer.error.code, answer.error.details, answer.error.message);
}
