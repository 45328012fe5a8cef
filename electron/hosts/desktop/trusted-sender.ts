import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import { isOurPage } from './url-policy.ts';

export type Sender = { windowId: number; frame: { url: string; isTop: boolean } | null };

/** Our page, in the top frame, of a window that we opened. A frame that has gone already is nobody. */
export function isTrusted(sender: Sender, windows: ReadonlySet<number>): boolean {
  return sender.frame !== null && sender.frame.isTop && windows.has(sender.windowId) && isOurPage(sender.frame.url);
}

export function senderOf(event: IpcMainEvent | IpcMainInvokeEvent): Sender {
  const frame = event.senderFrame;
  return {
    windowId: event.sender.id,
    frame: frame === null ? null : { url: frame.url, isTop: frame.parent === null },
  };
}
