import type { HostPorts } from '#core/ports.ts';
import type { FileShelf } from '../common/file-shelf.ts';
import { createLogFile } from '../common/log-file.ts';
import type { ReviewPlaces } from '../common/review-places.ts';

export function loopbackPorts(parts: { shelf: FileShelf; places: ReviewPlaces; dataFolder: string }): HostPorts {
  const { shelf, places, dataFolder } = parts;
  return {
    host: 'loopback',
    dataFolder,
    now: () => Date.now(),
    log: createLogFile(dataFolder, () => Date.now()),
    receiveFile: (ref) => shelf.received(ref),
    reviewPath: async (ref) => places.path(ref),
    deliverFile: async (file) => shelf.deliver(file),
  };
}
