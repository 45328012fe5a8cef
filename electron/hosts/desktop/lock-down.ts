import { app, type Session } from 'electron';
import { isOurPage, mayLoad } from './url-policy.ts';

/** Everything that a page could use to leave its window or reach beyond it is denied, for every page there will be. */
export function lockDown(): void {
  app.enableSandbox();
  // Chromium's own errands: updates of components, field trials, reports.
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (!isOurPage(event.url)) event.preventDefault();
    });
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame || !isOurPage(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayLoad(details.url) }));
  // A page's download would write where no dialog was: results leave through `saveResult` alone.
  session.on('will-download', (event) => event.preventDefault());
}
