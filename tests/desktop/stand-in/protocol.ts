/** What a test says to the stand-in, and hears from it, over the line between the two processes. */
export type FromTest =
  | { t: 'answerDialog'; paths: string[] | null }
  | { t: 'clickMenu'; id: number; label: string }
  /** As if a frame of ours, or of somebody else's, had sent this on a channel. */
  | { t: 'ipc'; id: number; channel: string; args: unknown[]; invoke: boolean; url: string; top: boolean; knownWindow: boolean }
  | { t: 'killCore' }
  | { t: 'emit'; event: string; args: unknown[] }
  | { t: 'calls'; id: number };

export type Call = { what: string; args: unknown[] };

export type ToTest = { t: 'ready'; port: number } | { t: 'answer'; id: number; value: unknown } | { t: 'shown' };

/** Chromium cannot serve a scheme of ours through its debugging line, so this host stands for it. */
export function toBrowser(address: string): string {
  return address.replace(/^app:\/\/([^/?#]+)/, (_, host: string) => `https://${host}.app.test`);
}
export function fromBrowser(address: string): string {
  return address.replace(/^https:\/\/([^/?#]+?)\.app\.test(?=[/?#]|$)/, (_, host: string) => `app://${host}`);
}
