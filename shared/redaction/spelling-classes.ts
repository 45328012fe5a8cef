/**
 * The ways of spelling an identifier that the matcher sees through.
 * `Mention.spelling` is one of these names; the check sheet prints the descriptions.
 * Order is precedence: where several explain a mention, the first in this list names it.
 */
export const SPELLING_CLASSES = [
  { name: 'slip', description: 'One letter wrong, missing, added or changed over in a long name (six letters or more)' },
  { name: 'lookAlike', description: 'Letters that look alike: Cyrillic or Greek letters, 0 for o, 1 for l' },
  { name: 'styledLetters', description: 'Mathematical, enclosed and other styled letters' },
  { name: 'fullWidth', description: 'Full-width letters and figures' },
  { name: 'ligature', description: 'Ligatures such as ﬁ and ﬂ' },
  { name: 'hiddenMark', description: 'Soft hyphens, zero-width marks and other marks that do not show' },
  { name: 'lineBreak', description: 'A word divided at the end of a line' },
  { name: 'splitRun', description: 'A word split by spaces, or its letters spaced out' },
  { name: 'transliteration', description: 'Letters written another way: ß as ss, ø as oe, ü as ue, other scripts' },
  { name: 'emailAddress', description: 'A name inside an e-mail address' },
  { name: 'fileName', description: 'A name inside the name of a file' },
  { name: 'handle', description: 'A name inside a handle such as @name' },
  { name: 'slug', description: 'A name joined by hyphens, underscores, dots or nothing, as in a web address' },
  { name: 'surnameFirst', description: 'Surname before first name, with or without a comma' },
  { name: 'initials', description: 'Initials for a first name, a surname or both' },
  { name: 'title', description: 'A title or rank before a name' },
  { name: 'nickname', description: 'A usual short or pet form of a first name' },
  { name: 'hyphenatedHalf', description: 'One half of a hyphenated or compound name' },
  { name: 'apostrophe', description: 'Smart, stray or missing apostrophes' },
  { name: 'accents', description: 'Accents added, left out or written as combining marks' },
  { name: 'possessive', description: "Possessives of both forms (James's, James')" },
  { name: 'capitals', description: 'Capitals or small letters throughout' },
  { name: 'oddSpace', description: 'Odd spaces and line breaks between the words of a name' },
  { name: 'middleName', description: 'A middle name or initial added or left out' },
  { name: 'partOfName', description: 'The first name or the surname alone' },
  { name: 'shortForm', description: 'The name of a place or organisation without its last, general word, or its initials' },
  { name: 'relation', description: 'A word for a relation that the register gives as an alias' },
  { name: 'otherDateSpelling', description: 'A date of birth written another way' },
  { name: 'otherAddressSpelling', description: 'An address written another way, in part, or its postcode' },
  { name: 'otherNumberSpelling', description: 'A telephone or reference number grouped or prefixed another way' },
  { name: 'asWritten', description: 'As it stands on the register' },
] as const satisfies readonly { name: string; description: string }[];

export type SpellingClass = (typeof SPELLING_CLASSES)[number]['name'];

/** What no matcher of spellings can see: listed on the check sheet for a person to look for. */
export const STILL_TO_LOOK_FOR: readonly string[] = [
  'People known only by their relation to someone ("her grandmother", "the neighbour")',
  'Nicknames, spellings and translations that are not on the register and not in the usual tables',
  'Two or more slips in one name, and slips in short names',
  'Names in pictures, handwriting and sound',
  'Facts that identify when put together',
];
