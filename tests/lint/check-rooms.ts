import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, resolve } from 'node:path';
import { parseSync } from 'oxc-parser';
import { ROOMS, type Room } from './rooms.ts';

export type Offence = { file: string; line: number; message: string };
type Import = { specifier: string; offset: number };

const ALIASES: Record<string, string> = {
  '#shared/': 'shared/',
  '#core/': 'electron/core/',
  '#hosts/': 'electron/hosts/',
  '#renderer/': 'renderer/',
  '#resources/': 'resources/',
};

/** Every source file below the rooms' top folders. */
export function sourceFiles(root: string): string[] {
  const walk = (folder: string): string[] =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = posix.join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === 'node_modules' || entry.name === 'fixtures' ? [] : walk(path);
      return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : [];
    });
  return ['shared', 'electron', 'renderer', 'resources', 'tests'].filter((top) => existsSync(join(root, top))).flatMap(walk);
}

export function checkRooms(
  root: string,
  files: readonly string[] = sourceFiles(root),
  rooms: readonly Room[] = ROOMS,
): Offence[] {
  return files.flatMap((file) => checkFile(file, readFileSync(join(root, file), 'utf8'), rooms));
}

/** The offences of one file against the table. */
export function checkFile(file: string, source: string, rooms: readonly Room[] = ROOMS): Offence[] {
  const room = roomOf(file, rooms);
  const lineAt = (offset: number): number => source.slice(0, offset).split('\n').length;
  if (!room)
    return [{ file, line: 1, message: `This folder is in no room. Add it to tests/lint/rooms.ts, with what it may import.` }];
  return importsOf(file, source).flatMap(({ specifier, offset }): Offence[] => {
    const target = targetOf(file, specifier);
    const ok =
      target === null
        ? allowsPackage(room, specifier)
        : sameRoom(room, file, target) || room.may.some((allowed) => begins(target, allowed));
    if (ok) return [];
    return [{ file, line: lineAt(offset), message: `${room.path} may not import ${target ?? specifier}. ${room.instead}` }];
  });
}

/** import, import type, export from, import() and require, each with where it stands. */
export function importsOf(file: string, source: string): Import[] {
  const { module, program } = parseSync(file, source);
  const found: Import[] = module.staticImports.map((i) => ({ specifier: i.moduleRequest.value, offset: i.start }));
  for (const statement of module.staticExports) {
    for (const entry of statement.entries)
      if (entry.moduleRequest) found.push({ specifier: entry.moduleRequest.value, offset: statement.start });
  }
  walkCalls(program, (call) => found.push(call));
  return found;
}

function walkCalls(node: unknown, take: (found: Import) => void): void {
  if (Array.isArray(node)) return node.forEach((item) => walkCalls(item, take));
  if (node === null || typeof node !== 'object') return;
  const n = node as {
    type?: string;
    start?: number;
    source?: { value?: unknown };
    callee?: { name?: string };
    arguments?: { value?: unknown }[];
    argument?: { value?: unknown; literal?: { value?: unknown } };
  };
  const literal =
    n.type === 'ImportExpression'
      ? n.source?.value
      : n.type === 'CallExpression' && n.callee?.name === 'require'
        ? n.arguments?.[0]?.value
        : n.type === 'TSImportType'
          ? ((n as { source?: { value?: unknown } }).source?.value ?? n.argument?.value ?? n.argument?.literal?.value)
          : undefined;
  if (typeof literal === 'string') take({ specifier: literal, offset: n.start ?? 0 });
  for (const value of Object.values(node)) walkCalls(value, take);
}

/** The longest room whose path the file begins with; `*` matches one folder name. */
export function roomOf(file: string, rooms: readonly Room[] = ROOMS): Room | undefined {
  return rooms
    .filter((room) => begins(file, room.path) && (!room.flat || file.split('/').length === room.path.split('/').length + 1))
    .sort((a, b) => depth(b) - depth(a))[0];
}
const depth = (room: Room): number => room.path.split('/').length * 2 - (room.path.includes('*') ? 1 : 0);

function begins(path: string, prefix: string): boolean {
  const want = prefix.split('/');
  const have = path.split('/');
  return (
    want.length <= have.length &&
    want.every((part, i) => part === '*' || part === have[i] || part === have[i]?.replace(/\.(ts|tsx)$/, ''))
  );
}

/** A feature is a room of its own: `features/*` is as many rooms as there are folders. */
function sameRoom(room: Room, file: string, target: string): boolean {
  const n = room.path.split('/').length;
  return target.split('/').slice(0, n).join('/') === file.split('/').slice(0, n).join('/') && begins(target, room.path);
}

/** The file that a specifier names, from the root; null for a package. */
function targetOf(file: string, specifier: string): string | null {
  for (const [alias, folder] of Object.entries(ALIASES))
    if (specifier.startsWith(alias)) return folder + specifier.slice(alias.length);
  if (!specifier.startsWith('.')) return null;
  return relative('/', resolve('/', dirname(file), specifier)).replaceAll('\\', '/');
}

function allowsPackage(room: Room, specifier: string): boolean {
  return room.packages.some((allowed) => {
    if (allowed === '*') return true;
    if (allowed === 'node:') return specifier.startsWith('node:');
    if (allowed.endsWith('/*')) return specifier.startsWith(allowed.slice(0, -1));
    return specifier === allowed || specifier.startsWith(`${allowed}/`);
  });
}
