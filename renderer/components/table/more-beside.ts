/**
 * Marks a box for as long as more of it lies beyond its end; `fading` of `more-beside.module.css` is the look that says so: where bars that scroll are
 * hidden until they are used, a table cut off between two columns would pass for a whole one.
 */
export function markMoreBeside(box: HTMLElement | null): (() => void) | undefined {
  if (!box) return undefined;
  const mark = () => {
    box.dataset.more = String(box.scrollWidth - box.clientWidth - box.scrollLeft > 1);
  };
  const sizes = new ResizeObserver(mark);
  sizes.observe(box);
  for (const child of box.children) sizes.observe(child);
  box.addEventListener('scroll', mark, { passive: true });
  return () => {
    sizes.disconnect();
    box.removeEventListener('scroll', mark);
  };
}
