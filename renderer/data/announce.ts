/** What the window says to a screen reader and, where it is elsewhere, as a notification. Set by the shell. */
type Voice = { say(text: string, urgent: boolean): void; notify(notice: Notice): void };
export type Notice = { title: string; message?: string; kind: 'done' | 'failed' };

let voice: Voice = { say: () => undefined, notify: () => undefined };

/** The shell hands over its live regions and its notifications. */
export function setVoice(next: Voice): void {
  voice = next;
}
/** Says a short sentence in the window's live region. `urgent` breaks in, for errors only. */
export function announce(text: string, urgent = false): void {
  voice.say(text, urgent);
}
/** Bottom left; an error stays until it is closed. Only where the cause is out of sight. Never a real name. */
export function notify(notice: Notice): void {
  voice.notify(notice);
}
