import { fileURLToPath } from 'node:url';
import { checkRooms } from './check-rooms.ts';

const offences = checkRooms(fileURLToPath(new URL('../..', import.meta.url)));
for (const { file, line, message } of offences) console.error(`${file}:${line}: ${message}`);
if (offences.length === 0) console.log('Rooms: every import is in its table.');
process.exitCode = offences.length === 0 ? 0 : 1;
