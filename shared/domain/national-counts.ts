/**
 * Registered sex offenders in the community of England and Wales at 31 March, as published each year (MAPPA annual
 * reports of the Ministry of Justice and the Home Office before it; 2002 from Hansard). The published tables were
 * not at hand: each value stands as the source named quotes it. Years without a sound source are missing, not guessed.
 */
export type YearCount = { year: number; count: number };

type Published = YearCount & { source: string };

/** Oldest first. */
export const nationalCounts: readonly Published[] = [
  { year: 2002, count: 18_513, source: 'Hansard, Commons written answer of 10 December 2002, column 242W' },
  { year: 2003, count: 21_413, source: 'Evening Standard, July 2004, on MAPPA 2003/04' },
  { year: 2004, count: 24_572, source: 'Evening Standard, July 2004, on MAPPA 2003/04' },
  { year: 2005, count: 28_994, source: 'The Guardian, 17 October 2005, on MAPPA 2004/05' },
  { year: 2006, count: 29_973, source: 'Care Appointments, October 2006, on MAPPA 2005/06' },
  { year: 2007, count: 30_416, source: 'Belper News, 31 October 2016, on MAPPA 2015/16' },
  { year: 2008, count: 31_392, source: 'Liverpool Daily Post, 27 October 2009, on MAPPA 2008/09' },
  { year: 2009, count: 32_336, source: 'Liverpool Daily Post, 27 October 2009, on MAPPA 2008/09' },
  { year: 2013, count: 43_664, source: 'press of February 2014 on MAPPA 2012/13' },
  { year: 2015, count: 49_466, source: 'Belper News, 31 October 2016, on MAPPA 2015/16' },
  { year: 2016, count: 52_770, source: 'Newbury Today, 2017, on MAPPA 2016/17' },
  { year: 2017, count: 55_236, source: 'Newbury Today, 2017, on MAPPA 2016/17' },
  { year: 2020, count: 62_435, source: 'Shropshire Star, 10 November 2020, on MAPPA 2019/20' },
  { year: 2022, count: 66_741, source: 'The Post (Cornwall), November 2022, on MAPPA 2021/22' },
  { year: 2023, count: 68_357, source: 'LBC, 30 January 2024, on MAPPA 2022/23' },
  { year: 2024, count: 70_052, source: 'press of late 2024 on MAPPA 2023/24' },
];
