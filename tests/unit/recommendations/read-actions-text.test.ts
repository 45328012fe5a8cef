import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readActions } from '#core/features/recommendations/read-actions/read-actions.ts';
import { StagedAction } from '#shared/model/recommendation.ts';

const H = 'The Head of Housing should join the checks.';
const N = 'The Director of Nursing should agree one pathway.';
const B = 'The Business Manager should send the form.';
const read = (text: string): ReturnType<typeof readActions> => readActions({ kind: 'text', text });
/** "a1 text", "r2 [heading] text", "a1.1^0 text" */
const lines = (text: string): string[] =>
  read(text).items.map(
    (i) =>
      `${i.kind[0]}${i.number ?? ''}${i.parent === null ? '' : `^${i.parent}`} ${i.heading === null ? '' : `[${i.heading}] `}${i.text}`,
  );

describe('ways of numbering', () => {
  const two = [`a1 ${N}`, `a2 ${H}`];
  const points = [`a ${N}`, `a ${H}`];
  const cases: Record<string, [string, string[]]> = {
    'full stops': [`1. ${N}\n2. ${H}`, two],
    'one bracket': [`1) ${N}\n2) ${H}`, two],
    'two brackets': [`(1) ${N}\n(2) ${H}`, two],
    'tabs, as copied from Word': [`1.\t${N}\n2.\t${H}`, two],
    'spaces that do not break': [`1.\u00a0\u00a0${N}\n\n2.\u00a0${H}`, two],
    'dashes after the number': [`1 - ${N}\n2 - ${H}`, two],
    'a bare number': [`1 ${N}\n2 ${H}`, two],
    'soft returns and line separators': [`1. ${N}\v2. ${H}`, two],
    'quoted e-mail': [`> 1. ${N}\n> 2. ${H}`, two],
    'Action n with a colon': [`Action 1: ${N}\nAction 2: ${H}`, two],
    'Action n on a line of its own': [`Action 1\n\n${N}\n\nAction 2\n\n${H}`, two],
    'numbers in words': [`ACTION ONE\n${N}\n\nACTION TWO\n${H}`, two],
    'Action n with a heading': [`Action 1 – Pathway\n${N}\nAction 2 – Housing\n${H}`, [`a1 [Pathway] ${N}`, `a2 [Housing] ${H}`]],
    'bold in Markdown': [`**Action 1**\n${N}\n\n**Action 2**\n${H}`, two],
    'Recommendation n': [`Recommendation 1\n${N}\nRecommendation 2\n${H}`, [`r1 ${N}`, `r2 ${H}`]],
    'Roman numbers': [`Recommendation I\n${N}\nRecommendation II\n${H}`, [`r1 ${N}`, `r2 ${H}`]],
    'R and A': [
      `R1. ${N}\nA1.1 Compare the policies\nA1.2 Agree the text\nR2. ${H}\nA2.1 Sign`,
      [`r1 ${N}`, 'a1.1^0 Compare the policies', 'a1.2^0 Agree the text', `r2 ${H}`, 'a2.1^3 Sign'],
    ],
    'R and 1.1': [
      `R1 ${N}\n1.1 Compare the policies\nR2 ${H}\n2.1 Sign it`,
      [`r1 ${N}`, 'a1.1^0 Compare the policies', `r2 ${H}`, 'a2.1^2 Sign it'],
    ],
    'two levels': [`1. ${N}\n1.1 Compare the policies\n2. ${H}`, [`r1 ${N}`, 'a1.1^0 Compare the policies', `r2 ${H}`]],
    'decimal numbers only': [`1.1 ${N}\n1.2 ${H}`, [`a1.1 ${N}`, `a1.2 ${H}`]],
    'a missing number': [`1. ${N}\n3. ${H}`, [`a1 ${N}`, `a3 ${H}`]],
    'a number twice': [`1. ${N}\n1. ${H}`, [`a1 ${N}`, `a1 ${H}`]],
    bullets: [`•\t${N}\n•\t${H}`, points],
    'bullets of Outlook': [`·       ${N}\n·       ${H}`, points],
    'bullets of the Symbol font': [`\uf0b7\t${N}\n\uf0b7\t${H}`, points],
    'round bullets of Word': [`o\t${N}\no\t${H}`, points],
    hyphens: [`- ${N}\n- ${H}`, points],
    dashes: [`– ${N}\n– ${H}`, points],
    'boxes to tick': [`☐ ${N}\n☐ ${H}`, points],
    arrows: [`➢ ${N}\n➢ ${H}`, points],
    letters: [`a) ${N}\nb) ${H}`, [`aa ${N}`, `ab ${H}`]],
    'headings in Markdown': [
      `# Actions\n## Seeing the child\n${N}\n## Asking fathers\n${H}`,
      [`a [Seeing the child] ${N}`, `a [Asking fathers] ${H}`],
    ],
    'bare paragraphs': [`${N}\n\n${H}`, points],
    'one sentence': [H, [`a ${H}`]],
  };
  test.each(Object.entries(cases))('%s', (_, [text, expected]) => expect(lines(text)).toEqual(expected));
});

describe('what belongs to an item', () => {
  test('its paragraphs, apart by an empty line', () => {
    expect(lines(`Action 1\n\n\n${N}\n\nMore on this.\n\nAction 2\n\n${H}`)).toEqual([`a1 ${N}\n\nMore on this.`, `a2 ${H}`]);
  });
  test('its points, whatever their marks', () => {
    expect(lines(`1. The Head should:\n- join\n- sign\n2. ${N}`)).toEqual(['a1 The Head should:\n• join\n• sign', `a2 ${N}`]);
    expect(lines(`1. The Head should:\na. join\nb. sign\n2. ${N}`)[1]).toBe(`a2 ${N}`);
    expect(lines(`1. The Head should:\n1) join\n2) sign\n2. ${N}`)).toHaveLength(2);
    expect(lines(`1. The Head should do these:\n1. join\n2. sign\n2. ${N}\n3. ${B}`)).toEqual([
      'a1 The Head should do these:\n1. join\n2. sign',
      `a2 ${N}`,
      `a3 ${B}`,
    ]);
  });
  test('lines broken at a width are one paragraph', () => {
    const text = `1. The Director of Nursing should agree one pathway with the three trusts, so\nthat a second missed appointment is talked about in\nevery case.\n2. ${H}`;
    expect(lines(text)[0]).toBe(
      'a1 The Director of Nursing should agree one pathway with the three trusts, so that a second missed appointment is talked about in every case.',
    );
  });
  test('a date or a year at the start of a line is no number', () => {
    expect(lines(`1. ${N} It is due by\n31 March 2027.\n2. ${H}`)).toHaveLength(2);
    expect(lines(`1. ${N}\n2026 was the year of the pilot.\n2. ${H}`)).toHaveLength(2);
  });
  test('labelled lines become fields, and the text stays whole without them', () => {
    const { items } = read(
      `1. ${N}\nOwner: Director of Nursing; Head of Midwifery\nTimescale: 31/03/2027\nSuccess measure: audit of 50 records\nAssurance: Trust Board → Executive\n\n2. ${H}\nLead – Head of Housing\nBy when: within 6 weeks of publication\n3. ${B}\nOwner:\nBusiness Manager\nBy:\nMarch 2027`,
    );
    expect(items[0]).toMatchObject({
      text: N,
      owners: ['Director of Nursing', 'Head of Midwifery'],
      timescale: { asWritten: '31/03/2027', due: '2027-03-31' },
      successMeasure: 'audit of 50 records',
      assurance: ['Trust Board', 'Executive'],
    });
    expect(items[1]).toMatchObject({
      text: H,
      owners: ['Head of Housing'],
      timescale: { asWritten: 'within 6 weeks of publication', due: null },
    });
    expect(items[2]).toMatchObject({
      text: B,
      owners: ['Business Manager'],
      timescale: { asWritten: 'March 2027', due: '2027-03-31' },
    });
  });
  test('owner and date in the prose are read and left in it', () => {
    const [item] = read('1. The Head of Housing should by 30 June 2027 join the checks, evidenced by monthly counts.').items;
    expect(item).toMatchObject({
      owners: ['Head of Housing'],
      timescale: { asWritten: 'by 30 June 2027', due: '2027-06-30' },
      successMeasure: 'monthly counts',
    });
    expect(item?.text).toContain('by 30 June 2027');
    const [standard] = read('1. The Trust should reply within 48 hours.').items;
    expect(standard?.timescale).toBeNull();
  });
});

describe('what stands around the items', () => {
  test('title and reason before, author and date after', () => {
    const { items, preamble, problems } = read(
      `OSTERMERE SAFEGUARDING CHILDREN PARTNERSHIP\n\nLOCAL LEARNING REVIEW\n\nChild V\n\nACTIONS ONLY\n\nIndependent author: P. Quill – Business Manager\n\nDate of publication: 14.11.26\n\nThe trial is pending, so the report itself is not published now.\n\nAction 1\n\n${N}\n\nAction 2\n\n${H}\n\nBusiness Manager, 1 October 2026`,
    );
    expect(items.map((i) => i.text)).toEqual([N, H]);
    expect(preamble).toBe('The trial is pending, so the report itself is not published now.');
    expect(problems.join(' ')).toContain('after the last item');
  });
  test('an e-mail around them', () => {
    expect(lines(`Hi Jo\n\nHere are the actions we agreed:\n\n1. ${N}\n2. ${H}\n\nKind regards\nSam`)).toEqual([
      `a1 ${N}`,
      `a2 ${H}`,
    ]);
  });
  test('thirty-seven in groups with one numbering', () => {
    const groups = [
      'Overview Author',
      'Children’s Social Care',
      'Education',
      'Youth Service',
      'Police',
      'Hospital Trust',
      'Community Health',
      'GP',
      'Health Overview',
    ];
    let n = 0;
    const body = groups.map((g, i) => {
      const own = Array.from({ length: i === 8 ? 5 : 4 }, () => `${++n}. The Director of Service ${n} should write rule ${n}.`);
      return `${g} recommendations\n\n${i % 3 === 0 ? 'This service has since moved.\n\n' : ''}${own.join('\n')}`;
    });
    const text = `SECTION ONE - INTRODUCTION\n\n1.1 Scope\n\n1. The panel met.\n2. It wrote.\n\nSECTION SIX - RECOMMENDATIONS\n\n${body.join('\n\n')}\n\nThis summary was written by P. Quill\n\nMay 2026`;
    const { items, problems } = read(text);
    expect(items.map((i) => i.number)).toEqual(Array.from({ length: 37 }, (_, i) => String(i + 1)));
    expect(
      items.every((i) => i.kind === 'recommendation' && /^The Director of Service \d+ should write rule \d+\.$/.test(i.text)),
    ).toBe(true);
    expect(problems.length).toBeGreaterThan(0);
  });
  test('numbering that begins again in each group', () => {
    expect(lines(`HEALTH ACTIONS\n1. ${N}\n2. ${B}\nHOUSING ACTIONS\n1. ${H}\n2. Sign the form.\n3. Send it on.`)).toHaveLength(
      5,
    );
  });
  test('nothing to be found is said', () => {
    for (const text of ['', 'The family moved in May. Nothing was written down.']) {
      const { items, problems } = read(text);
      expect(items).toEqual([]);
      expect(problems.join(' ')).toContain('No recommendation or action');
    }
  });
});

test('points that say that they are actions are the actions of their recommendation', () => {
  expect(lines(`Recommendation 1: ${N}\n• Action: ${H}\n• with both wards\n• Action – ${B}\nRecommendation 2: ${H}`)).toEqual([
    `r1 ${N}`,
    `a^0 ${H}\n• with both wards`,
    `a^0 ${B}`,
    `r2 ${H}`,
  ]);
});

test('a web page saved under any name is refused, a list saved out of an e-mail is read', () => {
  const file = (name: string, text: string) => () =>
    readActions({ kind: 'file', name, bytes: new TextEncoder().encode(text) }).items.length;
  expect(file('plan.txt', `<h3>1. ${N}</h3><p>2. ${H}</p>`)).toThrow(expect.objectContaining({ code: 'unsupportedFile' }));
  expect(file('plan.txt', `From: A\nTo: B\nSubject: Actions\n\n1. ${N}\n2. ${H}`)()).toBe(2);
});

describe('tables', () => {
  const rows = [
    ['Ref', 'Action required', 'Lead officer', 'Target date', 'Measure of success'],
    ['1', N, 'Director of Nursing', 'March 2027', 'audit of 50'],
    ['2', H, 'Head of Housing', '', ''],
  ];
  const check = (items: ReturnType<typeof readActions>['items']): void => {
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({
      number: '1',
      text: N,
      owners: ['Director of Nursing'],
      timescale: { asWritten: 'March 2027', due: '2027-03-31' },
      successMeasure: 'audit of 50',
    });
    expect(items[1]).toMatchObject({ number: '2', text: H, owners: ['Head of Housing'], timescale: null });
  };
  const file = (name: string, bytes: Uint8Array): ReturnType<typeof readActions>['items'] =>
    readActions({ kind: 'file', name, bytes }).items;
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const csv = rows.map((r) => r.map((c) => `"${c}"`).join(',')).join('\r\n');

  test('copied from Word or Excel', () => check(read(rows.map((r) => r.join('\t')).join('\n')).items));
  test('in Markdown', () =>
    check(
      read(
        rows
          .map((r) => `| ${r.join(' | ')} |`)
          .join('\n')
          .replace('\n', '\n|---|---|---|---|---|\n'),
      ).items,
    ));
  test('CSV', () => check(file('plan.csv', encode(csv))));
  test('CSV as Excel writes it: a mark, semicolons', () =>
    check(file('plan.csv', encode(`\ufeff${csv.replaceAll('","', '";"')}`))));
  test('TSV in UTF-16', () => {
    const text = `\ufeff${rows.map((r) => r.join('\t')).join('\n')}`;
    check(file('plan.tsv', new Uint8Array(Uint16Array.from([...text].map((c) => c.charCodeAt(0))).buffer)));
  });
  test('copied from a spreadsheet with line ends inside a cell', () => {
    const { items } = read(
      `Plan for Child V\nAction\tOwner\tBy when\n"${N}\nIn two parts."\tDirector of Nursing\tMay 2027\n${H}\tHead of Housing\t`,
    );
    expect(items).toMatchObject([
      { text: `${N}\nIn two parts.`, owners: ['Director of Nursing'] },
      { text: H, owners: ['Head of Housing'] },
    ]);
  });
  test('recommendations as paragraphs, each with a table of its actions', () => {
    const table = (a: string): string =>
      `| Action | Lead | Target date |\n|---|---|---|\n| ${a} one | Head of Housing | May 2027 |\n| ${a} two | | |`;
    const { items, problems } = read(
      `Recommendation 1: ${N}\n\n${table('Write')}\n\nRecommendation 2\n\n${H}\n\n${table('Send')}`,
    );
    expect(items.map((i) => `${i.kind[0]}${i.number}^${i.parent} ${i.text}`)).toEqual([
      `r1^null ${N}`,
      'anull^0 Write one',
      'anull^0 Write two',
      `r2^null ${H}`,
      'anull^3 Send one',
      'anull^3 Send two',
    ]);
    expect(problems).toEqual([]);
  });
  test('a row over the whole width heads the actions below it', () => {
    const text = `Action,Owner,By when\n"Recommendation 1: ${N}",,\nWrite it,Head of Housing,May 2027\n"Recommendation 2: ${H}",,\nSend it,,`;
    expect(file('plan.csv', encode(text)).map((i) => `${i.kind[0]}${i.number}^${i.parent}`)).toEqual([
      'r1^null',
      'anull^0',
      'r2^null',
      'anull^2',
    ]);
  });
  test('a title above, empty rows, a header again, Windows-1252', () => {
    const text = `Action plan,,,,\r\n,,,,\r\n${csv.replace('audit of 50', 'audit \x96 50')}\r\n"${rows[0]!.join('","')}"\r\n,,,,`;
    const items = file('plan.csv', Uint8Array.from([...text].map((c) => c.charCodeAt(0))));
    expect(items).toHaveLength(2);
    expect(items[0]?.successMeasure).toBe('audit – 50');
  });
  test('a column without a heading is known by what it holds', () => {
    const text = `Action,,\n"${N}",Director of Nursing,1 May 2027\n"${H}",Head of Housing,June 2027`;
    const items = file('plan.csv', encode(text.replace('Action,,', 'Action,Comments,')));
    expect(items[0]?.timescale?.due).toBe('2027-05-01');
  });
  test('no headings at all', () => {
    const items = file('plan.csv', encode(`1,"${N}",Director of Nursing,1 May 2027\n2,"${H}",Head of Housing,June 2027`));
    expect(items).toMatchObject([
      { number: '1', owners: ['Director of Nursing'], timescale: { due: '2027-05-01' } },
      { number: '2', text: H },
    ]);
  });
});

test('whatever is pasted is read without a fault, and every staged action fits its shape', () => {
  const bits = fc.constantFrom(
    '1. ',
    '1.1 ',
    'Action 2',
    '\n',
    '\n\n',
    '\t',
    '• ',
    'The Head should act',
    '|',
    'Owner: ',
    'By:',
    'R1',
    ' ',
    'Recommendations',
    'Action\tLead\n',
    '"',
    'May 2027',
    ':',
  );
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 60 }), (parts) => {
      for (const item of read(parts.join('')).items) expect(StagedAction.safeParse(item).success).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('files of other kinds are refused with what to ask for', () => {
  const refused = (name: string, head: string): string => {
    try {
      readActions({ kind: 'file', name, bytes: Uint8Array.from([...head].map((c) => c.charCodeAt(0))) });
    } catch (error) {
      return (error as { code: string }).code;
    }
    return '';
  };
  expect(refused('a.xlsx', 'PK\x03\x04')).toBe('unreadableFile');
  expect(refused('a.pdf', '%PDF-1.7')).toBe('unsupportedFile');
  expect(refused('a.doc', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')).toBe('unsupportedFile');
  expect(refused('a.docx', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')).toBe('encryptedFile');
  expect(refused('a.docx', 'hello there')).toBe('unreadableFile');
  expect(refused('a.docx', 'PK\x03\x04broken')).toBe('unreadableFile');
  expect(refused('a.txt', '')).toBe('unreadableFile');
  expect(refused('a.txt', 'ab\0c')).toBe('unreadableFile');
});

test('a card for each action: its number and its words in rows of their own', () => {
  const rows = [1, 2].flatMap((n) => [`Action,${n}`, `What,Audit ${n} records`, 'Lead,Head of Service', 'By when,1 May 2027']);
  const { items } = readActions({ kind: 'file', name: 'cards.csv', bytes: new TextEncoder().encode(rows.join('\n')) });
  expect(items.map((i) => [i.number, i.text, i.owners, i.timescale?.due])).toEqual([
    ['1', 'Audit 1 records', ['Head of Service'], '2027-05-01'],
    ['2', 'Audit 2 records', ['Head of Service'], '2027-05-01'],
  ]);
});

test('a list numbered in another way before the first action is left out, and that is said', () => {
  const { items, problems } = read('1. Write to schools.\n2. Write to surgeries.\n\nAction 3: Audit\nThe council will audit.\n');
  if (items.length === 1) expect(problems.join(' ')).toContain('2 numbered paragraphs before the first item were left out');
  else expect(items).toHaveLength(3);
});

test('a table with a number for the recommendation and one for the action', () => {
  const csv =
    'Recommendation No,Recommendation,Action No,Action,Lead\n1,Better handover,1.1,Write it,Head A\n1,Better handover,1.2,Audit it,Head B\n2,Rec two,2.1,Launch it,Head C\n';
  const { items, problems } = readActions({ kind: 'file', name: 'plan.csv', bytes: new TextEncoder().encode(csv) });
  expect(items.map((i) => `${i.kind} ${i.number} ${i.text}`)).toEqual([
    'recommendation 1 Better handover',
    'action 1.1 Write it',
    'action 1.2 Audit it',
    'recommendation 2 Rec two',
    'action 2.1 Launch it',
  ]);
  expect(problems).toEqual([]);
});
