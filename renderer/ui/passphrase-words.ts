export type PassphraseStrength = { enough: boolean; words: string };

/** The window and the core agree: twelve characters at least. */
export const LEAST_PASSPHRASE = 12;

/** How strong a passphrase is, in words. It helps a person to choose; the core has the last word. */
export function passphraseStrength(passphrase: string): PassphraseStrength {
  const length = [...passphrase].length;
  if (length === 0) return { enough: false, words: 'Four ordinary words that do not belong together are good.' };
  if (length < LEAST_PASSPHRASE) {
    const more = LEAST_PASSPHRASE - length;
    return { enough: false, words: `Too short: ${more} more ${more === 1 ? 'character' : 'characters'}.` };
  }
  const different = new Set(passphrase.toLowerCase()).size;
  if (different < 5) return { enough: true, words: 'Weak: the same few characters again and again.' };
  const words = new Set(
    passphrase
      .toLowerCase()
      .split(/[\s\-_.]+/)
      .filter((word) => word.length > 2),
  );
  if (words.size >= 4 && length >= 16) return { enough: true, words: 'Good: four words or more.' };
  if (length >= 20) return { enough: true, words: 'Good: long.' };
  return { enough: true, words: 'Enough. A word more would make it good.' };
}
