/** Figures with their units, as all that is read has them: a figure does not part from its unit at a line's end. */

const NO_BREAK = '\u00a0';

/** What stands where a value is missing: never a zero. */
export const MISSING = '–';

const digits = (least: number, most: number): ((value: number) => string) => {
  const format = new Intl.NumberFormat('en-GB', {
    minimumFractionDigits: least,
    maximumFractionDigits: most,
  });
  return (value) => format.format(value);
};

/** Text as it is searched, by `grep` or in a table: its spaces are those that are typed. */
export const withPlainSpaces = (text: string): string => text.replaceAll(NO_BREAK, ' ');

/** A figure written already, and its unit: `4.5 FTE` */
export const withUnit = (figure: string, unit: string): string => `${figure}${NO_BREAK}${unit}`;

/** `1,240` */
export const showCount = digits(0, 0);
/** `3.5`, `7`, `0.25` */
export const showNumber = digits(0, 2);
/** `44.6` */
export const showOneDecimal = digits(1, 1);
/** `1,240 h` */
export const showHours = (hours: number): string => withUnit(showCount(hours), 'h');
/** `7.25 h`, for hours that are typed in and read back */
export const showHoursExactly = (hours: number): string => withUnit(showNumber(hours), 'h');
/** `86 %` of a share of 0.86 */
export const showPercent = (share: number): string => withUnit(showCount(share * 100), '%');
/** `1.7 %` of a share of 0.017, for shares that are compared closely */
export const showPercentExactly = (share: number): string => withUnit(showOneDecimal(share * 100), '%');
/** `50 %`, `2.5 %` of shares of 0.5 and 0.025, for shares that are typed in and read back */
export const showShare = (share: number): string => withUnit(showNumber(share * 100), '%');
/** `1:51.7` */
export const showRatio = (ratio: number): string => `1:${showOneDecimal(ratio)}`;
/** `£71,240`, `−£3,000` */
export const showPounds = (pounds: number): string =>
  `${pounds < 0 ? '−' : ''}£${showCount(Math.abs(pounds))}`;
/** `8.4 MB`, of bytes */
export const showMegabytes = (bytes: number): string => withUnit(showOneDecimal(bytes / 1_000_000), 'MB');
/** A difference, its size as `show` writes it, and its sign: `+2.0 %`, `−£3,000` */
export const signed = (value: number, show: (size: number) => string): string =>
  `${value < 0 ? '−' : '+'}${show(Math.abs(value))}`;
/** `+21`, `−3`, `0` */
export const showChange = (value: number): string => (value === 0 ? '0' : signed(value, showNumber));

/** `+21 h`, `0 h` */
export const showHoursChange = (hours: number): string => withUnit(showChange(Math.round(hours)), 'h');

/** The ranges of a forecast that hold so much of its futures, as they are named wherever they are shown. */
export const FOUR_FIFTHS = showPercent(0.8);
export const HALF = showPercent(0.5);
