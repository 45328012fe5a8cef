import { inflate } from '@sparticuz/chromium';

/** Run with TMPDIR set to where the files shall go: the package unpacks into the folder for temporary files only. */
await Promise.all(process.argv.slice(2).map((file) => inflate(file)));
