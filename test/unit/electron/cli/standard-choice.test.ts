import { describe, expect, it } from 'vitest';
import { requireSaid, wanted, withWanted, type Said } from '#electron/cli/standard-choice.ts';
import { changedStandards } from '#shared/domain/standard-values.ts';
import { exampleStandards } from '#shared/domain/standards.ts';

const examples = exampleStandards();
const set = (texts: string[], said: Said = {}) =>
  withWanted(
    examples,
    texts.flatMap((text) => wanted(text)),
    said,
  );
const changes = (texts: string[], said?: Said) =>
  changedStandards(examples, set(texts, said)).values.map(({ key, after }) => [key, after.value]);

describe('values named', () => {
  it('are one, all levels of a duty, or an assumption', () => {
    expect(changes(['visit.high.interval=2'])).toEqual([['visit.high.interval', 2]]);
    expect(changes(['visit.hours=6.5']).map(([key]) => key)).toEqual([
      'visit.very-high.hours',
      'visit.high.hours',
      'visit.medium.hours',
      'visit.low.hours',
    ]);
    expect(changes(['visit.firstAssessmentDays=14', 'sicknessRate=.06'])).toEqual([
      ['visit.firstAssessmentDays', 14],
      ['sicknessRate', 0.06],
    ]);
  });

  it('of a whole duty are confirmed together', () => {
    expect(changes(['visit'], { confirm: true })).toHaveLength(17);
    expect(changes(['signoff'], { confirm: true })).toHaveLength(8);
  });

  it('hold as the later says where two are for the same', () => {
    expect(changes(['arms.window=3', 'arms.low.window=5']).map(([, value]) => value)).toEqual([3, 3, 3, 5]);
  });

  it('keep the source unless the number is another, and take the one given', () => {
    const values = (said: Said) =>
      set(['visit.high.interval=3', 'visit.low.interval=18'], said).duties[0]?.values;
    expect(values({})?.high.interval).toEqual(examples.duties[0]?.values.high.interval);
    expect(values({})?.low.interval).toMatchObject({ source: 'Changed by the force; source not given' });
    expect(values({ source: 'Policy 7' })?.high.interval).toMatchObject({ value: 3, source: 'Policy 7' });
  });

  it.each([
    ['visit.hihg.interval=3', 'Expected one of visit.firstAssessmentDays, visit.interval'],
    ['vist.interval=3', 'of the duties visit, arms, rmp'],
    ['notification.window=2', 'notification.interval, notification.hours'],
    ['visit=3', 'Expected one of visit.firstAssessmentDays'],
    ['sicknessrate=0.05', 'or one of officerWeekHours'],
  ])('that are none are refused with those that are: %s', (text, message) => {
    expect(() => set([text])).toThrow(message);
  });

  it.each(['visit.interval=three', 'visit.interval=-1', 'visit.interval=', '=3', ''])(
    'need a number that can be read: %s',
    (text) => {
      expect(() => wanted(text)).toThrow(`Expected NAME=NUMBER, or NAME alone, found "${text}".`);
    },
  );

  it('alone need a source or a tick', () => {
    const alone = wanted('visit.interval');
    expect(() => {
      requireSaid(alone, {});
    }).toThrow('Expected visit.interval=NUMBER, or --source');
    for (const said of [{ source: '' }, { confirm: true }, { confirm: false }]) requireSaid(alone, said);
    requireSaid(wanted('visit.interval=3'), {});
  });
});
