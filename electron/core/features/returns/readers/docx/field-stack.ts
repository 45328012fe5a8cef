import { XML_CLOSE, XML_OPEN, type XmlScanner } from '#core/formats/xml-scanner.ts';
import { isOn } from './on-off.ts';

type Field = { code: boolean; shown: string; lost: string };

/**
 * Fields made of `w:fldChar` marks: code from begin to separate, result from there to end (ISO/IEC 29500-1, 17.16.18).
 * Only results show. A legacy form field (tick box, list) has its value in `w:ffData` and no result.
 */
export class FieldStack {
  readonly #fields: Field[] = [];

  get inCode(): boolean {
    return this.#fields.some((field) => field.code);
  }

  /** Takes a `w:fldChar` just opened; returns what the field shows beyond its result. */
  mark(xml: XmlScanner): string {
    const type = xml.attribute('w:fldCharType');
    if (type === 'begin') {
      this.#fields.push({ code: true, shown: readFormField(xml), lost: '' });
      return '';
    }
    const field = this.#fields.at(-1);
    if (!field) return '';
    if (type === 'separate') field.code = false;
    else if (type === 'end') {
      this.#fields.pop();
      return field.shown;
    }
    return '';
  }

  /** Text that stands in a field's code. */
  lose(text: string): void {
    const field = this.#fields.at(-1);
    if (field) field.lost += text;
  }

  /** Text swallowed by fields that never end: the file is faulty there, and nothing may vanish. */
  unclosed(): string {
    return this.#fields.map((field) => field.lost).join('');
  }
}

function readFormField(xml: XmlScanner): string {
  const from = xml.depth;
  let box: boolean | null = null;
  let list: string[] | null = null;
  let chosen = 0;
  for (;;) {
    const token = xml.next();
    if (token === XML_CLOSE && xml.depth === from) break;
    if (token !== XML_OPEN) continue;
    if (xml.name === 'w:checkBox') box = false;
    else if (xml.name === 'w:ddList') list = [];
    else if (xml.name === 'w:listEntry') list?.push(xml.attribute('w:val') ?? '');
    else if (box !== null && (xml.name === 'w:default' || xml.name === 'w:checked')) box = isOn(xml.attribute('w:val'));
    else if (list && (xml.name === 'w:result' || xml.name === 'w:default')) chosen = Number(xml.attribute('w:val') ?? 0);
  }
  if (box !== null) return box ? '☒' : '☐';
  return list?.[chosen] ?? '';
}
