import { BrowserWindow } from 'electron';
import { PAGE_URL } from './channels.ts';

/** Opens one window on the page. `onShown` is called when there is something to be seen. */
export function openWindow(preload: string, onShown: () => void): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Plumbline',
    width: 1440,
    height: 900,
    minWidth: 800,
    minHeight: 500,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Chromium fetches its dictionaries from the network.
      spellcheck: false,
    },
  });
  let shown = false;
  const show = (): void => {
    if (shown) return;
    shown = true;
    window.show();
    onShown();
  };
  // Some Wayland desktops never say that a hidden window is ready.
  window.once('ready-to-show', show);
  window.webContents.once('did-finish-load', show);
  void window.loadURL(PAGE_URL);
  return window;
}
