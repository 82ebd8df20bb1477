import { useEffect, type RefObject } from 'react';

/** What may hold the focus for something that stood in it. */
const HOLDERS = 'section, form, ul, ol, table, [role], [tabindex], main';

/**
 * What had the focus can go with what it did: a plan is accepted, a row taken out, a button waits for its answer. Then
 * the nearest part of the page around it takes the focus, and a button takes it back once it can be pressed again, so
 * that keyboard and screen reader go on from there. One that says that it is loading is only waited for.
 */
export function useKeepFocus(page: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const main = page.current;
    if (!main) return undefined;
    /** What had the focus last, and all around it, from within; none where that was beside the page. */
    let path: HTMLElement[] = [];
    /** What was disabled while it had the focus, and the part that holds it meanwhile. */
    let disabled: { button: HTMLElement; holder: HTMLElement } | null = null;
    const onFocus = ({ target }: FocusEvent) => {
      if (target !== disabled?.holder) disabled = null;
      if (!(target instanceof HTMLElement) || target.closest('[role="dialog"]')) return;
      path = main.contains(target) ? pathTo(main, target) : [];
    };
    const settle = () => {
      const [last, ...around] = path;
      if (!last || document.activeElement !== document.body) return;
      const isThere = last.isConnected;
      if (isThere && last.matches(':enabled')) last.focus({ preventScroll: true });
      else if (!isThere || !last.matches('[data-loading]')) {
        const holder = around.find((one) => one.isConnected && one.matches(HOLDERS)) ?? main;
        disabled = isThere ? { button: last, holder } : null;
        focusOn(holder);
      }
    };
    const changes = new MutationObserver((mutations) => {
      const [last] = path;
      if (disabled?.button.matches(':enabled') && document.activeElement === disabled.holder)
        disabled.button.focus({ preventScroll: true });
      else if (last?.isConnected === false) settle();
      // What is disabled loses the focus with the next frame only.
      else if (mutations.some(({ target, type }) => target === last && type === 'attributes'))
        requestAnimationFrame(() => setTimeout(settle));
    });
    document.addEventListener('focusin', onFocus);
    changes.observe(document.body, {
      childList: true,
      subtree: true,
      attributeFilter: ['disabled', 'data-loading'],
    });
    return () => {
      document.removeEventListener('focusin', onFocus);
      changes.disconnect();
    };
  }, [page]);
}

function pathTo(main: HTMLElement, target: HTMLElement): HTMLElement[] {
  const path = [target];
  for (let at = target.parentElement; at && at !== main; at = at.parentElement) path.push(at);
  return path;
}

function focusOn(part: HTMLElement): void {
  if (!part.hasAttribute('tabindex')) part.tabIndex = -1;
  part.focus({ preventScroll: true });
}
