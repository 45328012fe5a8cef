import { attribute, type XmlHandler } from './scan-xml.ts';

/** A rule of an accessible document, and whether this file keeps it (SI 2018/952, in force 23 September 2018; WCAG 2.2 AA). */
export type AccessibilityRule = { rule: string; ok: boolean; about: string };

/** Reads the finished document part, not the model: what counts is what a screen reader will meet. */
export function accessibilityReader(): { handler: XmlHandler; rules(styles: string, core: string): AccessibilityRule[] } {
  const levels: number[] = [];
  const tables: TableShape[] = [];
  let table: TableShape | null = null;
  let merged = 0;
  let pictures = 0;
  let cell = '';
  const handler: XmlHandler = {
    open(name, raw) {
      if (name === 'w:pStyle') {
        const level = /^Heading(\d)$/.exec(attribute(raw, 'val') ?? '')?.[1];
        if (level) levels.push(Number(level));
      } else if (name === 'w:tbl') tables.push((table = { rows: 0, headers: 0, splits: 0, empty: 0, caption: false }));
      else if (name === 'w:tr' && table) {
        table.rows += 1;
        table.splits += 1;
      } else if (name === 'w:cantSplit' && table) table.splits -= 1;
      else if (name === 'w:tblHeader' && table && table.rows === 1) table.headers += 1;
      else if (name === 'w:tblCaption' && table) table.caption = (attribute(raw, 'val') ?? '').trim() !== '';
      else if (name === 'w:gridSpan' || name === 'w:vMerge' || name === 'w:hMerge') merged += 1;
      else if (name === 'w:drawing' || name === 'w:pict' || name === 'w:object') pictures += 1;
      else if (name === 'w:tc') cell = '';
    },
    close(name) {
      if (name === 'w:tbl') table = null;
      else if (name === 'w:tc' && table && cell.trim() === '') table.empty += 1;
    },
    text(text) {
      cell += text;
    },
    aside() {},
  };
  const rules = (styles: string, core: string): AccessibilityRule[] => [
    rule('headings', 'One first-level heading, and no level left out', headingsInOrder(levels)),
    rule('language', 'British English is set for the whole text', /<w:lang\b[^>]*w:val="en-GB"/.test(styles)),
    rule('title', 'The file has a title', /<dc:title>\s*[^<\s]/.test(core)),
    rule(
      'headerRows',
      'Each table has a header row that repeats, and a caption',
      tables.every((t) => t.headers === 1 && t.caption),
    ),
    rule(
      'wholeRows',
      'No table row splits over two pages',
      tables.every((t) => t.splits === 0),
    ),
    rule('cells', 'No merged and no empty cells', merged === 0 && tables.every((t) => t.empty === 0)),
    rule('pictures', 'No picture without words: none in the file', pictures === 0),
  ];
  return { handler, rules };
}

type TableShape = { rows: number; headers: number; splits: number; empty: number; caption: boolean };

export function accessibilityOfHtml(html: string, levels: readonly number[]): AccessibilityRule[] {
  const headed =
    (html.match(/<table>/g) ?? []).length ===
    (html.match(/<table><caption>[^<]+<\/caption><thead><tr><th scope="col">/g) ?? []).length;
  return [
    rule('headings', 'One first-level heading, and no level left out', headingsInOrder(levels)),
    rule('language', 'British English is set for the whole page', /<html lang="en-GB">/.test(html)),
    rule('title', 'The page has a title', /<title>\s*[^<\s]/.test(html)),
    rule('headerRows', 'Each table has header cells and a caption', headed),
    rule('cells', 'No merged and no empty cells', !/colspan|rowspan|<td><\/td>/.test(html)),
    rule('pictures', 'No picture without words: none in the page', !/<(img|svg|picture|canvas)\b/i.test(html)),
  ];
}

function headingsInOrder(levels: readonly number[]): boolean {
  if (levels.filter((level) => level === 1).length !== 1 || levels[0] !== 1) return false;
  return levels.every((level, i) => i === 0 || level <= (levels[i - 1] ?? 0) + 1);
}

function rule(name: string, about: string, ok: boolean): AccessibilityRule {
  return { rule: name, ok, about };
}
