/** How often chance alone brings so many. */

/** Probability of at least `least` of `count` independent trials of one probability. */
export function atLeast(least: number, count: number, probability: number): number {
  if (least <= 0) return 1;
  if (least > count || probability <= 0) return 0;
  if (probability >= 1) return 1;
  // The first term by logarithms, the others from it; beyond the mode they only fall.
  let term = Math.exp(
    logChoose(count, least) + least * Math.log(probability) + (count - least) * Math.log1p(-probability),
  );
  let total = term;
  const odds = probability / (1 - probability);
  for (let taken = least; taken < count; taken++) {
    term *= ((count - taken) / (taken + 1)) * odds;
    total += term;
    if (term < total * 1e-12 && taken > count * probability) break;
  }
  return Math.min(1, total);
}

function logChoose(count: number, taken: number): number {
  let result = 0;
  for (let one = 1; one <= taken; one++) result += Math.log((count - taken + one) / one);
  return result;
}

/** The smallest number from `least` up whose chance is at most `limit`. `chanceOf` must fall. */
export function leastBeyondChance(
  least: number,
  most: number,
  limit: number,
  chanceOf: (times: number) => number,
): number {
  let low = least;
  let high = most + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (chanceOf(middle) <= limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
