import { accessibilityOfHtml } from './accessibility.ts';
import type { Finding } from './finding.ts';
import type { NameScan } from './scan-names.ts';
import { attributesOf, scanXml } from './scan-xml.ts';
import type { OwnReading } from './own-reading.ts';

const ELEMENTS = new Set(
  'html head meta title style body main nav a h1 h2 h3 h4 p b strong em ul ol li table caption thead tbody tr th td'.split(' '),
);
const LINES = new Set('h1 h2 h3 h4 p li caption th td'.split(' '));
const ATTRIBUTES = new Set(['lang', 'charset', 'http-equiv', 'content', 'name', 'class', 'scope', 'id', 'href']);

/** Reads a page of ours, written so that it is XML as well: no script, no link, no picture, nothing fetched. */
export function readOwnHtml(bytes: Uint8Array, title: string, scan: NameScan): OwnReading {
  const html = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const findings: Finding[] = [];
  const strange = (what: string): void => {
    findings.push({ part: 'page', kind: 'container', message: `The page holds something that was not asked for (${what}).` });
  };
  const lines: string[] = [];
  const levels: number[] = [];
  let line: string | null = null;
  let other = '';
  let pageTitle = '';
  let inTitle = false;
  scanXml(html, {
    open(name, raw) {
      if (!ELEMENTS.has(name)) strange(name);
      for (const [key, value] of attributesOf(raw)) {
        // A link leads to a chapter of this very page and nowhere else.
        if (!ATTRIBUTES.has(key) || (key === 'href' && !/^#part\d+$/.test(value))) strange(key);
        scan.text('page', { kind: 'attribute', text: value, paragraph: null });
      }
      if (LINES.has(name)) line = '';
      if (name === 'title') inTitle = true;
      if (/^h[1-4]$/.test(name)) levels.push(Number(name[1]));
    },
    close(name) {
      if (name === 'title') inTitle = false;
      if (!LINES.has(name) || line === null) return;
      lines.push(line);
      scan.text('page', { kind: 'paragraph', text: line, paragraph: lines.length });
      line = null;
    },
    text(text) {
      if (line !== null) line += text;
      else if (inTitle) pageTitle += text;
      else other += text;
    },
    aside(kind, text) {
      if (kind !== 'doctype' || text !== '<!doctype html') strange(kind);
    },
  });
  scan.text('page', { kind: 'value', text: other, paragraph: null });
  scan.text('page', { kind: 'value', text: pageTitle, paragraph: null });
  if (pageTitle !== title)
    findings.push({ part: 'page', kind: 'textDiffers', message: "The page's title does not read as it was composed." });
  return { lines, findings, accessibility: accessibilityOfHtml(html, levels) };
}
