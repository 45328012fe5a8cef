import { BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import { CHANNELS } from './channels.ts';

/**
 * The menu sends the names of the page's own commands (renderer/commands) and does nothing itself. The page has its
 * keys already, and knows when Ctrl+Z belongs to an editor: so keys are shown here, not taken.
 */
function choice(label: string, command: string, keys?: string): MenuItemConstructorOptions {
  return {
    label,
    ...(keys === undefined ? {} : { accelerator: keys, registerAccelerator: false }),
    click: () => (BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0])?.webContents.send(CHANNELS.menu, command),
  };
}

export function setMenu(newWindow: () => void): void {
  const mac: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...mac,
      {
        label: '&File',
        submenu: [
          choice('New review…', 'start.new'),
          choice('Open a review…', 'start.open'),
          choice('Look round a sample review', 'start.sample'),
          { label: 'New window', click: newWindow },
          { type: 'separator' },
          choice('Save a copy', 'review.saveCopy'),
          choice('Lock', 'lock', 'CmdOrCtrl+Shift+L'),
          choice('Close this review', 'review.close'),
          { type: 'separator' },
          { role: 'quit' },
        ],
      },
      {
        label: '&Edit',
        submenu: [
          choice('Undo', 'undo', 'CmdOrCtrl+Z'),
          choice('Redo', 'redo', 'CmdOrCtrl+Y'),
          { type: 'separator' },
          { role: 'cut' },
          { role: 'copy' },
          { role: 'paste' },
          { role: 'pasteAndMatchStyle' },
          { role: 'selectAll' },
        ],
      },
      {
        label: '&View',
        submenu: [
          choice('Identified or anonymised', 'view.switch', 'F9'),
          { type: 'separator' },
          { role: 'resetZoom' },
          { role: 'zoomIn' },
          { role: 'zoomOut' },
          { role: 'togglefullscreen' },
        ],
      },
      { label: '&Help', submenu: [choice('Help', 'help', 'F1'), choice('Keys', 'shortcuts', 'CmdOrCtrl+/')] },
    ]),
  );
}
