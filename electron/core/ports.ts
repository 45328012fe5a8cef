/** What the core asks of its host. The renderer never sees a path; refs are unguessable and the host's own. */
export type ReceivedFile = { name: string; bytes: Uint8Array };
export type LogEntry = { level: 'info' | 'error'; event: string; data?: Record<string, number | string | boolean> };

export type HostPorts = {
  host: 'desktop' | 'loopback' | 'cli' | 'test';
  receiveFile(ref: string): Promise<ReceivedFile>;
  /** Absolute path of the .review file that a ref names: picked, or a place for a new one. */
  reviewPath(ref: string): Promise<string>;
  /** Keeps bytes for the page to save; answers the ref for saveResult. */
  deliverFile(file: ReceivedFile): Promise<string>;
  /** Samples, the list of recent reviews and working copies live here. */
  dataFolder: string;
  now(): number;
  /** No text, no names, no passphrase. */
  log(entry: LogEntry): void;
};
