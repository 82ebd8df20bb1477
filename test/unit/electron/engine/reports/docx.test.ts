import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { wordReport, type WordPart } from '#electron/engine/reports/docx.ts';
import { weeklyParts } from '#electron/engine/reports/weekly-pack.ts';
import { isoDate } from '#shared/domain/dates.ts';
import { action, pack, team } from '../../../shared/planning/weekly/hand-made.ts';

const madeOn = isoDate('2026-11-25');
/** One pixel. */
const png = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);

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

  it('has Word’s own headings, page breaks before what follows, and pictures with what they show', async () => {
    const { 'word/document.xml': document = '' } = await partsOf([
      { pageBreak: true },
      { heading: 'One' },
      { pageBreak: true },
      { heading: 'Two' },
      { heading: 'Under two', level: 2 },
      { picture: { png, widthPx: 100, heightPx: 50, says: 'RSOs rise' } },
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

  it('takes any text as text, and is the same bytes for the same day', async () => {
    const parts = [{ text: 'a \u0000<b> & \uD800 "c"\u000B' }];
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
