import { DESKTOP_BRIDGE, type DesktopBridge, type HostBridge } from '#shared/rpc/host-bridge.ts';
import { browserBridge } from './browser.ts';
import { desktopBridge } from './desktop.ts';

export type ConnectedHost = {
  bridge: HostBridge;
  /** The native menu's choices, by the names of our own commands; the browser has no menu. */
  onMenu(listener: (command: string) => void): void;
};

/** The host that serves this page: the desktop window where its preload is there, else the browser. */
export function connectHost(): ConnectedHost {
  const desktop = (window as unknown as Record<string, DesktopBridge | undefined>)[DESKTOP_BRIDGE];
  if (desktop) return { bridge: desktopBridge(desktop), onMenu: (listener) => desktop.onMenu(listener) };
  return { bridge: browserBridge(document, location), onMenu: () => undefined };
}
