import { AppError } from '#shared/kernel/app-error.ts';
import { newRef } from './file-shelf.ts';

export type ReviewPlaces = {
  /** A place in the file system → the ref by which the page and the core speak of it. */
  hold(path: string): string;
  path(ref: string): string;
  isHeld(path: string): boolean;
};

export function createReviewPlaces(): ReviewPlaces {
  const places = new Map<string, string>();
  return {
    hold(path) {
      const ref = newRef();
      places.set(ref, path);
      return ref;
    },
    path(ref) {
      const path = places.get(ref);
      if (path === undefined) throw new AppError('fileMissing');
      return path;
    },
    isHeld: (path) => [...places.values()].includes(path),
  };
}
