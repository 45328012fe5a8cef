import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CellValue, makeXlsx, rowsXml } from '../fixtures/returns/make-xlsx.ts';
import { buildProgram, failureOf, linesOf, run, workFolder } from './cli.ts';
import { ActionLine, EventLine, ImportResult } from './cli-shapes.ts';

const { folder, remove } = workFolder();
const at = (name: string): string => join(folder, name);
const FILE = at('child-w.review');
const day = (v: number): CellValue => ({ v, s: 1 });
const HEAD = ['Date', 'Time', 'Source', 'Event'];

beforeAll(async () => {
  await buildProgram();
  const made = await run(['new', FILE, '--title', 'Child W', '--profile', 'lcspr', '--json']);
  expect([made.exit, made.err]).toEqual([0, '']);
  const sheets = [
    {
      name: 'Read me',
      rows: rowsXml([
        ['Date', 'Event'],
        [day(45_000), 'An example of an entry.'],
      ]),
    },
    {
      name: 'Police',
      rows: rowsXml([
        ['Westmere'],
        HEAD,
        [day(45_363), { v: 845 / 1_440, s: 2 }, 'Log', 'Called to the address.'],
        [day(45_416), null, 'Log', 'Card left.'],
      ]),
    },
    { name: 'Education', rows: rowsXml([HEAD, ['not known', null, 'Register', 'Absent without a reason.']]) },
  ];
  writeFileSync(at('joint.xlsx'), makeXlsx(sheets, { formats: ['m/d/yyyy', 'hh:mm'] }));
  writeFileSync(at('macro.xlsm'), makeXlsx(sheets));
  writeFileSync(
    at('plan.xlsx'),
    makeXlsx(
      [
        {
          name: 'Plan',
          rows: rowsXml([
            ['No', 'Action', 'Lead', 'By when'],
            [1, 'Audit ten records.', 'Head of Service', day(46_508)],
          ]),
        },
      ],
      { formats: [14] },
    ),
  );
}, 60_000);
afterAll(remove);

describe('a workbook by the command line', () => {
  test('is shown first, then goes in: each sheet its agency’s, rows by the sheet’s name', async () => {
    const preview = await run(['import', FILE, at('joint.xlsx'), '--agency', 'Joint return', '--preview', '--json']);
    expect(ImportResult.parse(JSON.parse(preview.out))).toMatchObject({ returnId: null, added: 3, tables: 2 });
    const ran = await run(['import', FILE, at('joint.xlsx'), '--agency', 'Joint return', '--json']);
    const result = ImportResult.parse(JSON.parse(ran.out));
    expect(result).toMatchObject({ agencies: ['Police', 'Education'], tables: 2, rowsRead: 3, added: 3 });
    expect(result.problems.map((p) => [p.code, p.table, p.row])).toEqual([
      ['undated', 'Education', 2],
      ['tableNotRead', 'Read me', null],
    ]);
    const events = linesOf((await run(['events', FILE, '--json'])).out).map((line) => EventLine.parse(line));
    expect(
      events.map(({ agency, date, provenance }) => [
        agency,
        date.earliest,
        date.time,
        date.certainty,
        date.asWritten,
        provenance[0]!.table,
        provenance[0]!.row,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['Police', '2024-03-12', '14:05', 'certain', '3/12/2024 14:05', 'Police', 3],
        ['Police', '2024-05-04', null, 'certain', '5/4/2024', 'Police', 4],
      ]),
    );
    const again = failureOf(await run(['import', FILE, at('macro.xlsm'), '--json']));
    expect([again.code, again.details['file']]).toEqual(['macroFile', 'macro.xlsm']);
    expect(again.message).toContain('without macros (.xlsx)');
  });

  test('rows are asked for by the name of their sheet', async () => {
    const [entry] = linesOf((await run(['events', FILE, '--agency', 'Education', '--json'])).out).map((line) =>
      EventLine.parse(line),
    );
    expect(entry).toMatchObject({ agency: 'Education', provenance: [{ table: 'Education', row: 2, file: 'joint.xlsx' }] });
  });

  test('actions in a sheet', async () => {
    const ran = await run(['actions', FILE, 'import', at('plan.xlsx'), '--json']);
    expect(linesOf(ran.out).map((line) => ActionLine.parse(line))).toMatchObject([
      { kind: 'action', number: '1', text: 'Audit ten records.', timescale: { due: '2027-05-01' } },
    ]);
  });
});
