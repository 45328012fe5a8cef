/**
 * The table of rooms as data: what each folder may import. A file belongs to the longest room that its path begins with;
 * a folder that is in no room, and a package that no room allows, are errors. Type imports count: a type from above is an
 * arrow upwards all the same.
 */
export type Room = {
  /** Folder, from the root. `*` stands for one feature's own folder name. */
  path: string;
  /** Rooms (by prefix) that it may import, besides itself. */
  may: readonly string[];
  /** Packages that it may import; `node:` stands for all of Node's own. */
  packages: readonly string[];
  /** Only files directly in the folder: a folder below it needs a room of its own. */
  flat?: true;
  /** Said when it imports something else: where to go instead. */
  instead: string;
};

const anything = ['shared', 'electron', 'renderer', 'resources', 'tests'];
const SHARED = 'shared';
const KERNEL = 'shared/kernel';
const MODEL = 'shared/model';
const REACT = ['react', 'react-dom', '@mantine/core', '@mantine/hooks', 'lucide-react'];

export const ROOMS: readonly Room[] = [
  { path: 'shared/kernel', may: [], packages: [], instead: 'The kernel stands on nothing. Pass what it needs as a value.' },
  { path: 'shared/model', may: [KERNEL], packages: ['zod'], instead: 'A row type knows nothing of what is done with it.' },
  {
    path: 'shared/dates',
    may: [KERNEL, MODEL],
    packages: [],
    instead: 'Dates are pure: pass the day, the period or the conventions as arguments.',
  },
  {
    path: 'shared/richtext',
    may: [KERNEL, MODEL],
    packages: ['zod'],
    instead: 'The core reads the editor without Lexical; keep the schema plain.',
  },
  {
    path: 'shared/doc-blocks',
    may: [KERNEL, MODEL],
    packages: ['zod'],
    instead: 'Blocks are words and roles; a renderer knows the rest.',
  },
  {
    path: 'shared/text-diff',
    may: [KERNEL],
    packages: ['diff'],
    instead: 'What two texts share is pure: pass both.',
  },
  {
    path: 'shared/accounts',
    may: [KERNEL, MODEL],
    packages: [],
    instead: 'Whether two entries tell of one event is pure: pass the texts, the dates and who is named.',
  },
  {
    path: 'shared/recommendations',
    may: [KERNEL, MODEL, 'shared/dates'],
    packages: [],
    instead: 'The reader of recommendations is pure.',
  },
  {
    path: 'shared/redaction',
    may: [KERNEL, MODEL, 'shared/richtext', 'shared/dates'],
    packages: [],
    instead: 'Matching is pure: the register comes as an argument.',
  },
  {
    path: 'shared/contract',
    may: [KERNEL, MODEL, 'shared/richtext', 'shared/doc-blocks'],
    packages: ['zod'],
    instead: 'The contract states shapes; what answers it stands in electron/core.',
  },
  {
    path: 'shared/chronology',
    may: [KERNEL, MODEL, 'shared/contract', 'shared/dates'],
    packages: [],
    instead: 'How the list is laid out and said, for window and paper alike, is pure.',
  },
  {
    path: 'shared/rpc',
    may: [KERNEL, 'shared/contract'],
    packages: ['zod'],
    instead: 'The protocol moves frames; a host moves strings.',
  },

  {
    path: 'electron/core/db',
    may: [KERNEL, MODEL],
    packages: ['node:', 'better-sqlite3'],
    instead: 'The store knows rows, not features. Go through core/kernel.',
  },
  {
    path: 'electron/core/formats',
    may: [KERNEL],
    packages: ['node:', 'fflate'],
    instead: 'File formats know nothing of reviews.',
  },
  {
    path: 'electron/core/papers',
    may: [SHARED, 'electron/core/formats'],
    packages: ['node:', 'docx', 'fflate', 'hucre'],
    instead: 'A working paper is written from values: read the review in a feature and pass them.',
  },
  {
    path: 'electron/core/kernel',
    may: [SHARED, 'electron/core/db', 'electron/core/ports.ts'],
    packages: ['node:', 'zod'],
    instead: 'Ask the host through core/ports.ts; what a feature does is handed in.',
  },
  {
    path: 'electron/core/engine',
    may: [SHARED, 'electron/core/db', 'electron/core/kernel', 'electron/core/features'],
    packages: ['node:'],
    instead: 'The engine wires features to connections and nothing else.',
  },
  {
    path: 'electron/core/features/publish/render',
    may: [SHARED, 'electron/core/features/publish', 'electron/core/papers/word-parts.ts', 'electron/core/papers/xml.ts'],
    packages: ['node:'],
    instead: 'This folder turns blocks into files and nothing else.',
  },
  {
    path: 'electron/core/features/publish',
    may: [
      SHARED,
      'electron/core/db',
      'electron/core/kernel',
      'electron/core/formats',
      'electron/core/ports.ts',
      'electron/core/features/*/reads.ts',
      'electron/core/workers',
      'electron/core/papers/word-package.ts',
    ],
    packages: ['node:', 'zod', 'fflate'],
    instead: 'Only core/papers may import docx; other features are reached through their reads.ts and writes.ts.',
  },
  {
    path: 'electron/core/features/review',
    may: [SHARED, 'electron/core', 'resources/sample'],
    packages: ['node:'],
    instead: 'The review makes the sample by ordinary commands.',
  },
  {
    path: 'electron/core/features/*',
    may: [
      SHARED,
      'electron/core/db',
      'electron/core/kernel',
      'electron/core/formats',
      'electron/core/workers',
      'electron/core/ports.ts',
      'electron/core/features/*/reads.ts',
      'electron/core/features/*/writes.ts',
      'electron/core/features/search',
      'electron/core/papers',
    ],
    packages: ['node:', 'zod', 'papaparse', 'fflate'],
    instead: 'Another feature is reached only through its reads.ts and writes.ts.',
  },
  {
    path: 'electron/core/workers',
    may: [
      SHARED,
      'electron/core/features/returns',
      'electron/core/features/publish',
      'electron/core/features/recommendations/read-actions',
      'electron/core/features/panel/read',
    ],
    packages: ['node:'],
    instead: 'A worker runs one pure piece of a feature and never opens the database.',
  },
  {
    path: 'electron/core/threads',
    may: [SHARED, 'electron/core/engine'],
    packages: ['node:'],
    instead: 'Threads carry requests to an engine.',
  },
  {
    path: 'electron/core/review-file',
    may: [
      SHARED,
      'electron/core/db',
      'electron/core/kernel',
      'electron/core/engine',
      'electron/core/threads',
      'electron/core/features/review',
    ],
    packages: ['node:', 'qrcode-generator'],
    instead: 'The review file knows keys, folders and holders, not what is in it.',
  },
  {
    path: 'electron/core/workbench',
    may: [SHARED, 'electron/core', 'resources/help'],
    packages: ['node:'],
    instead: 'Ask the host through core/ports.ts.',
  },
  {
    path: 'electron/core',
    flat: true,
    may: [SHARED, 'electron/core'],
    packages: ['node:'],
    instead: 'Ask the host through core/ports.ts.',
  },

  {
    path: 'electron/hosts/common',
    may: ['electron/core/ports.ts', KERNEL, 'shared/rpc', 'shared/contract'],
    packages: ['node:'],
    instead: 'Hosts see the core through core/index.ts and core/ports.ts.',
  },
  {
    path: 'electron/hosts/desktop',
    may: ['electron/core/index.ts', 'electron/core/ports.ts', 'electron/hosts/common', 'shared/rpc', 'shared/contract', KERNEL],
    packages: ['node:', 'electron', 'zod'],
    instead: 'Hosts see the core through core/index.ts and core/ports.ts.',
  },
  {
    path: 'electron/hosts/loopback',
    may: ['electron/core/index.ts', 'electron/core/ports.ts', 'electron/hosts/common', 'shared/rpc', 'shared/contract', KERNEL],
    packages: ['node:', 'ws'],
    instead: 'Hosts see the core through core/index.ts and core/ports.ts.',
  },
  {
    path: 'electron/hosts/cli',
    may: [
      SHARED,
      'electron/core/index.ts',
      'electron/core/ports.ts',
      'electron/hosts/common',
      'electron/hosts/loopback',
      'electron/hosts/desktop/ready-line.ts',
    ],
    packages: ['node:', 'zod'],
    instead: 'The command line asks the contract, as a window does.',
  },

  { path: 'renderer/ui', may: [SHARED], packages: REACT, instead: 'A plain component gets its data as properties.' },
  { path: 'renderer/host', may: [SHARED], packages: [], instead: 'A host bridge moves frames and files.' },
  {
    path: 'renderer/data',
    may: [SHARED, 'renderer/host'],
    packages: ['react', '@tanstack/react-query'],
    instead: 'The data side of the window knows no screen.',
  },
  {
    path: 'renderer/commands',
    may: [SHARED, 'renderer/data'],
    packages: ['react'],
    instead: 'A command is one user action; screens use it, not the other way round.',
  },
  {
    path: 'renderer/editor',
    may: [SHARED, 'renderer/data', 'renderer/ui'],
    packages: [...REACT, 'lexical', '@lexical/*'],
    instead: 'Lexical stays in renderer/editor.',
  },
  {
    path: 'renderer/features/*',
    may: [SHARED, 'renderer/data', 'renderer/ui', 'renderer/editor', 'renderer/commands'],
    packages: [...REACT, '@tanstack/react-virtual', 'd3-scale', 'd3-time'],
    instead: 'One place does not reach into another: link by route, share through renderer/ui or renderer/data.',
  },
  {
    path: 'renderer/shell',
    may: [SHARED, 'renderer'],
    packages: [...REACT, '@mantine/notifications', '@mantine/spotlight', '@tanstack/react-query', 'get-nonce'],
    instead: 'The shell wires the window.',
  },
  {
    path: 'renderer',
    flat: true,
    may: [SHARED, 'renderer'],
    packages: [
      ...REACT,
      '@mantine/notifications',
      '@tanstack/react-query',
      'get-nonce',
      'vite',
      '@vitejs/plugin-react',
      'node:',
      '@fontsource-variable/inter',
      '@fontsource-variable/source-serif-4',
    ],
    instead: 'The renderer imports only shared.',
  },

  {
    path: 'resources/sample',
    may: [KERNEL, MODEL, 'resources/sample'],
    packages: ['node:', 'fflate'],
    instead: 'The sample is data and a plain script.',
  },
  { path: 'resources/help', may: [], packages: [], instead: 'Help pages are words.' },
  { path: 'tests', may: anything, packages: ['*'], instead: '' },
];
