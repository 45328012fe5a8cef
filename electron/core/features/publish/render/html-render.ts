import type { Block, Inline } from '#shared/doc-blocks/blocks.ts';
import { assert, assertNever } from '#shared/kernel/assert.ts';
import { type Composed, isComposed } from '../compose/compose.ts';
import { escapeXml } from '#core/papers/xml.ts';

/** The look of the printed page, for screen and print; the file fetches nothing and runs nothing. */
const STYLE = [
  'body{font:12pt/1.5 Calibri,Carlito,"Segoe UI",Arial,sans-serif;color:#1d2226;background:#fff;max-width:42em;margin:2.5cm auto;padding:0 1em}',
  'h1,h2,h3,h4{color:#1b3a4e;line-height:1.3;margin:0 0 4pt;break-after:avoid}h1{font-size:22pt}h2{font-size:15pt;margin-top:12pt}h3{font-size:13pt;margin-top:8pt}h4{font-size:12pt;margin-top:6pt}',
  'p{margin:0 0 8pt}.sub{color:#474e54;margin-bottom:2pt}.field{margin:0 0 2pt;padding-left:8em;text-indent:-8em}.field b{display:inline-block;min-width:8em;text-indent:0}',
  'table{border-collapse:collapse;margin:0 0 8pt}caption{font-weight:bold;text-align:left}th,td{border:.5pt solid #84857f;padding:2pt 4pt;text-align:left;vertical-align:top}th{background:#e9eef4}tr{break-inside:avoid}',
  '@media (max-width:40em){body{margin:1em auto}.field{padding-left:0;text-indent:0}.field b{display:inline}}',
].join('');

/** Blocks → one HTML page that stands alone: language, title, headings in order, header cells with scope. */
export function renderHtml(composed: Composed): string {
  assert(isComposed(composed), 'only composed blocks are rendered');
  const { doc } = composed;
  const body: string[] = [];
  let list: 'ul' | 'ol' | null = null;
  for (const block of doc.blocks) {
    const wanted = block.t === 'listItem' ? (block.ordered ? 'ol' : 'ul') : null;
    if (wanted !== list) {
      if (list) body.push(`</${list}>`);
      if (wanted) body.push(`<${wanted}>`);
      list = wanted;
    }
    body.push(html(block));
  }
  if (list) body.push(`</${list}>`);
  return (
    '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8"/>\n' +
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'"/>\n' +
    '<meta name="viewport" content="width=device-width, initial-scale=1"/>\n<meta name="referrer" content="no-referrer"/>\n' +
    `<title>${escapeXml(doc.title)}</title>\n<style>${STYLE}</style>\n</head>\n<body>\n<main>\n${body.join('\n')}\n</main>\n</body>\n</html>\n`
  );
}

function html(block: Block): string {
  switch (block.t) {
    case 'title':
      return `<h1>${inline(block.runs)}</h1>`;
    case 'subtitle':
      return `<p class="sub">${inline(block.runs)}</p>`;
    case 'heading':
      return `<h${block.level}${block.anchor ? ` id="${block.anchor}"` : ''}>${inline(block.runs)}</h${block.level}>`;
    case 'contents':
      return `<nav><ul>${block.items.map(({ anchor, runs }) => `<li><a href="#${anchor}">${inline(runs)}</a></li>`).join('')}</ul></nav>`;
    case 'paragraph':
      return `<p>${inline(block.runs)}</p>`;
    case 'labelled':
      return `<p class="field"><b>${escapeXml(block.label)}:</b> ${inline(block.runs)}</p>`;
    case 'listItem':
      return `<li>${inline(block.runs)}</li>`;
    case 'table': {
      const head = block.header.map((text) => `<th scope="col">${escapeXml(text)}</th>`).join('');
      const rows = block.rows.map((row) => `<tr>${row.map((cell) => `<td>${inline(cell)}</td>`).join('')}</tr>`);
      return `<table><caption>${escapeXml(block.caption)}</caption><thead><tr>${head}</tr></thead>\n<tbody>${rows.join('\n')}</tbody></table>`;
    }
    default:
      return assertNever(block);
  }
}

function inline(runs: readonly Inline[]): string {
  const one = (run: Inline): string => {
    assert(run.issue === undefined, 'an open issue in a finished file');
    const text = escapeXml(run.text);
    const bold = run.bold ? `<strong>${text}</strong>` : text;
    return run.italic ? `<em>${bold}</em>` : bold;
  };
  return runs.map(one).join('');
}
