import { describe, expect, test } from 'vitest';
import { dayNumber, weekdayOf } from '#shared/kernel/clock.ts';
import { RegisterEntry } from '#shared/model/register.ts';
import {
  ACTIONS_ONLY_REASON,
  ADULT_H,
  NOT_BROUGHT,
  placesOf,
  REVIEW_QUESTIONS,
  rowsOf,
  SAMPLE_ANNOTATIONS,
  SAMPLE_FINDINGS,
  SAMPLE_RECOMMENDATIONS,
  SAMPLE_REVIEW,
  SAMPLE_THEMES,
  SAMPLE_TODAY,
  TIMELINE,
  themeTags,
} from '#resources/sample/analysis.ts';
import { SAMPLE_REGISTER } from '#resources/sample/register.ts';
import { SAMPLE_RETURNS } from '#resources/sample/returns/all-returns.ts';

const timeline = new Set(TIMELINE.map(({ t }) => t));
const returned = SAMPLE_RETURNS.flatMap((sample) => [
  sample.file,
  ...sample.preface,
  ...sample.notes,
  ...sample.tables.flatMap(({ lines }) => lines.flatMap((line) => (line.kind === 'entry' ? line.cells : []))),
]).join('\n');

/** Everything that an actions-only publication of the sample prints. */
const published = [
  SAMPLE_REVIEW.title,
  ACTIONS_ONLY_REASON,
  ...SAMPLE_RECOMMENDATIONS.flatMap((recommendation) => [recommendation, ...recommendation.actions]).flatMap((item) => [
    item.heading,
    item.text,
    ...item.owners,
    item.leadAgency ?? '',
    item.timescale?.asWritten ?? '',
    item.successMeasure ?? '',
    ...item.assurance,
  ]),
].join('\n');

describe('the register of the sample', () => {
  test('is made of valid entries, each with an id of its own and a pseudonym', () => {
    for (const entry of SAMPLE_REGISTER) expect(RegisterEntry.safeParse(entry).success, entry.id).toBe(true);
    expect(new Set(SAMPLE_REGISTER.map(({ id }) => id)).size).toBe(SAMPLE_REGISTER.length);
    expect(SAMPLE_REGISTER.every(({ pseudonym, publishAs }) => pseudonym !== '' && publishAs !== undefined)).toBe(true);
  });

  test('knows the whole family, the professionals, places, agencies and numbers', () => {
    const pseudonyms = SAMPLE_REGISTER.map(({ pseudonym }) => pseudonym);
    const keys = 'SW1 SW2 TM1 HV1 HV2 SLT1 GP1 PH1 DOC1 NUR1 MW1 TA1 DSL1 PC1 DS1 HO1'.split(' ');
    const family = ['Child V', 'Sibling W', 'Sibling X', ...'FGHJKLMN'.split('').map((letter) => `Adult ${letter}`)];
    const places = ['School P', 'School Q', 'Surgery P', 'Hospital P', 'Ward P', 'Address 1', 'Address 2', 'Address 3'];
    expect(pseudonyms).toEqual(expect.arrayContaining([...family, ...keys, ...places]));
    expect(SAMPLE_REGISTER.filter(({ kind }) => kind === 'reference')).toHaveLength(7);
    expect(SAMPLE_REGISTER.filter(({ publishAs }) => publishAs === 'realName')).toHaveLength(8);
  });

  test('lists for the family only spellings that the returns really hold', () => {
    const family = SAMPLE_REGISTER.filter(({ role, publishAs }) => publishAs === 'pseudonym' && role !== undefined);
    expect(family).toHaveLength(11);
    for (const { realName, aliases, phones = [], emails = [], references = [] } of family) {
      for (const spelling of [realName, ...aliases, ...phones, ...emails, ...references]) {
        expect(returned.toLowerCase().includes(spelling.toLowerCase()), spelling).toBe(true);
      }
    }
  });
});

describe('the analysis of the sample', () => {
  test('has a tree of three themes over nine, every fact under at least one', () => {
    expect(SAMPLE_THEMES.filter(({ parent }) => parent === null)).toHaveLength(3);
    expect(SAMPLE_THEMES.filter(({ parent }) => parent !== null)).toHaveLength(9);
    expect(TIMELINE.every(({ themes }) => themes.length > 0)).toBe(true);
    expect(themeTags().every(({ agency, t }) => rowsOf(agency).some((row) => row.t === t))).toBe(true);
  });

  test('has eight findings that answer the questions and rest on entries that exist', () => {
    expect(SAMPLE_FINDINGS.map(({ key }) => key)).toEqual(['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8']);
    const questions = new Set(REVIEW_QUESTIONS.map(({ key }) => key));
    for (const finding of SAMPLE_FINDINGS) {
      expect(finding.questions.every((key) => questions.has(key))).toBe(true);
      expect(finding.evidenceFor.length).toBeGreaterThan(0);
      for (const t of [...finding.evidenceFor, ...finding.evidenceAgainst]) {
        expect(timeline.has(t), `${finding.key} ${t}`).toBe(true);
        expect(placesOf(t).map(({ agency }) => agency)).toEqual(TIMELINE[t - 1]?.agencies);
      }
      expect(finding.evidenceFor.filter((t) => finding.evidenceAgainst.includes(t))).toEqual([]);
      expect(finding.why.length).toBeGreaterThan(120);
    }
    expect(NOT_BROUGHT).toHaveLength(13);
    expect(ADULT_H).toHaveLength(15);
  });

  test('has ten recommendations, each from findings; the eighth and ninth are weak', () => {
    expect(SAMPLE_RECOMMENDATIONS.map(({ key }) => key)).toEqual(Array.from({ length: 10 }, (_, at) => `R${at + 1}`));
    const findings = new Set(SAMPLE_FINDINGS.map(({ key }) => key));
    for (const recommendation of SAMPLE_RECOMMENDATIONS) {
      expect(recommendation.findings.every((key) => findings.has(key))).toBe(true);
      expect(recommendation.actions.map(({ number }) => number)).toEqual(
        recommendation.actions.map((_, at) => `${recommendation.key.slice(1)}.${at + 1}`),
      );
      if (!recommendation.weak) expect(recommendation.leadAgency).not.toBeNull();
    }
    expect(SAMPLE_RECOMMENDATIONS.filter(({ weak }) => weak).map(({ key }) => key)).toEqual(['R8', 'R9']);
    expect(SAMPLE_RECOMMENDATIONS.flatMap(({ actions }) => actions)).toHaveLength(15);
  });

  test('has annotations on entries that exist', () => {
    for (const { agency, t, on } of SAMPLE_ANNOTATIONS) {
      expect(
        rowsOf(agency).some((row) => row.t === t),
        `${agency} ${t}`,
      ).toBe(true);
      expect(on > '2026-02-01' && on < SAMPLE_TODAY).toBe(true);
    }
  });

  test('stands on a Monday before its publication', () => {
    expect(weekdayOf(dayNumber(SAMPLE_TODAY))).toBe(0);
    expect(SAMPLE_TODAY < SAMPLE_REVIEW.plannedPublication).toBe(true);
  });

  test('publishes no name, number, place, date of the case, age, sex or manner of harm', () => {
    const hidden = SAMPLE_REGISTER.filter(({ publishAs }) => publishAs !== 'realName').flatMap((entry) => [
      entry.realName,
      ...entry.realName
        .split(/[\s,-]+/)
        .filter(
          (part) =>
            part.length > 2 &&
            !/^(Dr|the|Row|Court|Ward|Bridge|Primary|General|Quay|Flat|Vale|Academy|Surgery|Operation|Grace|May|Ostermere)$/.test(
              part,
            ),
        ),
      ...entry.aliases,
      ...(entry.phones ?? []),
      ...(entry.emails ?? []),
      ...(entry.references ?? []),
    ]);
    const found = hidden.filter((text) =>
      new RegExp(`(?<![\\p{L}\\d])${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\d])`, 'iu').test(published),
    );
    expect(found).toEqual([]);
    expect(published).not.toMatch(
      /\b(2024|2025|Kelderby|Wendle|he|him|his|boy|son|brother|sister|siblings?|asthma|inhaler|aged|five|harm\w*|assault\w*|injur\w*|police)\b/i,
    );
  });
});
