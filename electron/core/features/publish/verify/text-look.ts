import { attribute, scanXml } from './scan-xml.ts';
import { isOn } from './extract-text.ts';

/** What a run's properties say about whether a reader can see it; undefined: says nothing. */
export type Look = {
  vanish?: boolean;
  colour?: string;
  size?: number;
  scale?: number;
  fill?: string;
  marked?: boolean;
  noFill?: boolean;
  /** Its line has a fixed height of next to nothing. */
  low?: boolean;
};

/** One property element of a run, paragraph, cell or style → what it says. */
export function lookOf(name: string, raw: string): Look | null {
  switch (name) {
    case 'w:vanish':
    case 'w:specVanish':
      return { vanish: isOn(raw) };
    case 'w:webHidden':
      return null;
    case 'w:color': {
      const theme = attribute(raw, 'themeColor');
      if (theme && /^(background1|light1|bg1)$/.test(theme) && !attribute(raw, 'themeShade')) return { colour: 'FFFFFF' };
      return { colour: (attribute(raw, 'val') ?? 'auto').toUpperCase() };
    }
    case 'w:sz':
    case 'w:szCs':
      return name === 'w:sz' ? { size: Number(attribute(raw, 'val')) } : null;
    case 'w:w':
      return { scale: Number.parseFloat(attribute(raw, 'val') ?? '100') };
    case 'w:shd': {
      const fill = attribute(raw, 'fill')?.toUpperCase();
      if (attribute(raw, 'themeFill') && fill === undefined) return { fill: 'UNKNOWN' };
      return fill && fill !== 'AUTO' ? { fill } : null;
    }
    case 'w:highlight':
      return { fill: HIGHLIGHTS[attribute(raw, 'val') ?? ''] ?? 'UNKNOWN', marked: true };
    case 'w:spacing': {
      const line = attribute(raw, 'line');
      return line === undefined ? null : { low: attribute(raw, 'lineRule') === 'exact' && Number(line) <= 40 };
    }
    case 'w14:noFill':
      return { noFill: true };
    default:
      return null;
  }
}

const HIGHLIGHTS: Readonly<Record<string, string>> = {
  black: '000000',
  white: 'FFFFFF',
  yellow: 'FFFF00',
  darkBlue: '000080',
  blue: '0000FF',
  red: 'FF0000',
};

/** Why nobody can see text of this look on this ground; null where one can. */
export function unseen(look: Look): string | null {
  if (look.vanish) return 'is marked as hidden';
  if (look.low) return 'stands in a line too low to see';
  if (look.noFill) return 'is drawn without a colour';
  if (look.size !== undefined && look.size <= 4) return 'is too small to see';
  if (look.scale !== undefined && look.scale <= 5) return 'is squeezed until it cannot be seen';
  const ground = look.fill ?? 'FFFFFF';
  const ink = look.colour ?? 'AUTO';
  // "Auto" turns white on a dark ground by itself; a black marker over it is a redaction that anyone can take off.
  if (look.marked && ground === '000000') return 'lies under a black mark';
  if (ground === 'UNKNOWN' || ink === 'AUTO') return null;
  if (contrast(ink, ground) < 1.12) return ground === 'FFFFFF' ? 'is white on white' : 'has the colour of its ground';
  return null;
}

function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)];
  if (x === null || y === null) return 21;
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

function luminance(hex: string): number | null {
  if (!/^[0-9A-F]{6}$/.test(hex)) return null;
  const part = (i: number): number => {
    const v = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4);
}

type Style = { basedOn: string | null; look: Look };
export type Styles = { look(id: string | null): Look; shaded(id: string | null): boolean };

/** The looks that styles give, each with what it is based on; of tables only whether they colour their cells. */
export function readStyles(xml: string | null): Styles {
  const styles = new Map<string, Style>();
  const tables = new Set<string>();
  let current: Style | null = null;
  let id = '';
  if (xml !== null) {
    scanXml(xml, {
      open(name, raw) {
        if (name === 'w:style') {
          id = attribute(raw, 'styleId') ?? '';
          current = { basedOn: null, look: {} };
          styles.set(id, current);
        } else if (name === 'w:basedOn' && current) current.basedOn = attribute(raw, 'val') ?? null;
        else if (current) {
          const look = lookOf(name, raw);
          if (look?.fill) tables.add(id);
          if (look) Object.assign(current.look, look);
        }
      },
      close(name) {
        if (name === 'w:style') current = null;
      },
      text() {},
      aside() {},
    });
  }
  const chain = (from: string | null): string[] => {
    const ids: string[] = [];
    for (let at = from; at !== null && !ids.includes(at) && ids.length < 30; at = styles.get(at)?.basedOn ?? null) ids.push(at);
    return ids.reverse();
  };
  return {
    look: (from) => Object.assign({}, ...chain(from).map((s) => styles.get(s)?.look ?? {})) as Look,
    shaded: (from) => chain(from).some((s) => tables.has(s)),
  };
}
