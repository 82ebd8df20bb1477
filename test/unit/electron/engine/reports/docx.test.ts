import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { wordReport, type WordChart, type WordPart } from '#electron/engine/reports/docx.ts';
import { weeklyParts } from '#electron/engine/reports/weekly-pack.ts';
import { isoDate } from '#shared/domain/dates.ts';
import { action, pack, team } from '../../../shared/planning/weekly/hand-made.ts';

const madeOn = isoDate('2026-11-25');
const chart: WordChart = {
  steps: ['Nov 26', 'Dec 26', 'Jan 27'],
  lines: [
    { name: 'Baseline', values: [50.5, null, 52], look: { color: '141414', width: 2.25, dash: 'solid' } },
    { name: 'Limit 1:50', values: [50, 50, 50], look: { color: 'BE1E1E', width: 1.25, dash: 'shortDash' } },
  ],
  axis: { minimum: 49, maximum: 53, interval: 1, format: '"1:"0.#' },
  says: 'RSOs rise',
};

async function partsOf(parts: WordPart[]): Promise<Record<string, string>> {
  const files = unzipSync(await wordReport({ title: 'Weekly & more', madeOn, parts }));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** The texts of every run, in order. */
const textsOf = (xml: string): string[] =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text ?? '');

const partNamed = (files: Record<string, string>, name: RegExp): string => {
  const found = Object.keys(files).find((one) => name.test(one));
  if (found === undefined) throw new Error(`No part ${String(name)} among ${Object.keys(files).join(', ')}.`);
  return files[found] ?? '';
};

describe('a Word document', () => {
  it('carries the marking at the head of every page, and its title and page number at the foot', async () => {
    const files = await partsOf([{ heading: 'Harbour' }]);
    expect(textsOf(partNamed(files, /header\d\.xml$/))).toEqual(['OFFICIAL-SENSITIVE']);
    const foot = partNamed(files, /footer\d\.xml$/);
    expect(textsOf(foot).join('')).toContain('Weekly &amp; more · page ');
    expect(foot).toContain('NUMPAGES');
    expect(files['word/document.xml']).toMatch(/<w:headerReference [^>]*w:type="default"/);
  });

  it('has tables whose heading row comes again on each page, numbers to the right, a dash for what is missing', async () => {
    const table = {
      columns: [{ heading: 'Duty' }, { heading: 'Overdue', isNumber: true }],
      rows: [{ cells: ['Visit', 1240], isStrong: true }, { cells: ['ARMS', null] }],
    };
    const { 'word/document.xml': document = '' } = await partsOf([{ table }]);
    expect(textsOf(document)).toEqual(['Duty', 'Overdue', 'Visit', '1,240', 'ARMS', '–']);
    expect(document.match(/<w:tblHeader/g)).toHaveLength(1);
    expect(document.match(/<w:jc w:val="right"/g)).toHaveLength(3);
  });

  it('has Word’s own headings, page breaks before what follows, and charts with what they show', async () => {
    const { 'word/document.xml': document = '' } = await partsOf([
      { pageBreak: true },
      { heading: 'One' },
      { pageBreak: true },
      { heading: 'Two' },
      { heading: 'Under two', level: 2 },
      { chart },
    ]);
    expect(document.match(/<w:pStyle w:val="Heading\d"/g)).toEqual([
      '<w:pStyle w:val="Heading1"',
      '<w:pStyle w:val="Heading1"',
      '<w:pStyle w:val="Heading2"',
    ]);
    // Nothing stands before the first heading that a break could part it from.
    expect(document.match(/<w:pageBreakBefore\/>/g)).toHaveLength(1);
    expect(document).toContain('descr="RSOs rise"');
  });

  it('has charts that Word draws, from figures that can be opened there', async () => {
    const files = await partsOf([{ chart }]);
    const drawn = partNamed(files, /charts\/chart\d\.xml$/);
    expect(drawn).toContain('<c:lineChart>');
    expect(drawn).toContain('Baseline');
    expect([...drawn.matchAll(/<c:v>([\d.]+)<\/c:v>/g)].map(([, value]) => Number(value))).toEqual([
      50.5, 52, 50, 50, 50,
    ]);
    expect(drawn).toContain('formatCode="&quot;1:&quot;0.#"');
    expect(Object.keys(files).filter((name) => name.endsWith('.xlsx'))).toHaveLength(1);
  });

  it('takes any text as text, and is the same bytes for the same day', async () => {
    const parts = [{ chart }, { text: 'a \u0000<b> & \uD800 "c"\u000B' }];
    const { 'word/document.xml': document = '' } = await partsOf(parts);
    expect(textsOf(document)).toEqual(['a &lt;b&gt; &amp; \uFFFD &quot;c&quot;']);
    const again = async () => Buffer.from(await wordReport({ title: 'a', madeOn, parts })).toString('base64');
    expect(await again()).toBe(await again());
  });
});

describe('the weekly pack in Word', () => {
  it('has a page of all teams, then a page a team with its sections and its actions', async () => {
    const two = pack(team(), team({ team: 'Moor', actions: [] }));
    const { 'word/document.xml': document = '' } = await partsOf(weeklyParts(two));
    expect(document.match(/<w:pageBreakBefore\/>/g)).toHaveLength(2);
    const texts = textsOf(document);
    expect(texts).toEqual(
      expect.arrayContaining(['Harbour', 'Moor', 'Peaks ahead', 'Ask for cover in March']),
    );
    expect(texts).toContain('No action is open.');
    expect(texts).toContain('Rests on 1 value that the force has not confirmed.');
  });

  it('keeps actions of teams that the snapshot does not name', async () => {
    const other = { ...pack(team()), otherActions: [action({ team: 'Gone', text: 'Hand over' })] };
    const texts = textsOf((await partsOf(weeklyParts(other)))['word/document.xml'] ?? '');
    expect(texts).toEqual(expect.arrayContaining(['Actions of other teams', 'Gone', 'Hand over']));
  });
});
