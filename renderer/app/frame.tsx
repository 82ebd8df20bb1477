import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { NavLink, Outlet, useLocation } from 'react-router';
import type { WorkspaceStatus } from '#shared/contract/workspace.ts';
import { Icon } from '../components/icon.tsx';
import { cx } from '../components/cx.ts';
import { useLookedAt } from '../view/looked-at.ts';
import { Header } from './header.tsx';
import { HelpDrawer } from './help-drawer.tsx';
import { Palette } from './palette.tsx';
import { loadPagesWhenIdle } from './pages.ts';
import { places } from './places.ts';
import { useKeepFocus } from './use-keep-focus.ts';
import { useStayOpen } from './use-stay-open.ts';
import { SnapshotNotice } from './snapshot-notice.tsx';
import styles from './frame.module.css';

/** Marking, header and navigation around every page. */
export function Frame({ workspace }: { workspace: WorkspaceStatus }) {
  const [isHelpOpen, help] = useDisclosure(false);
  const main = useFocusOnPageChange();
  useKeepFocus(main);
  const client = useQueryClient();
  useEffect(() => loadPagesWhenIdle(client), [client]);
  useStayOpen();
  return (
    <div className={styles.frame}>
      <a href="#main" className={styles.skip}>
        Skip to the page
      </a>
      <Header workspace={workspace} onHelp={help.open} />
      <Navigation />
      <main id="main" ref={main} tabIndex={-1} className={styles.main}>
        <SnapshotNotice />
        <Outlet />
      </main>
      <Palette onHelp={help.open} />
      <HelpDrawer isOpen={isHelpOpen} onClose={help.close} />
    </div>
  );
}

function Navigation() {
  const { toPlace } = useLookedAt();
  return (
    <nav className={styles.nav} aria-label="Pages" data-print="hide">
      <ul>
        {places.map((place, index) => (
          <li
            key={place.path}
            className={cx(place.isBelowLine && !places[index - 1]?.isBelowLine && styles.line)}
          >
            <NavLink to={toPlace(place.path)} end={place.path === '/'} className={cx(styles.link)}>
              <Icon name={place.icon} />
              {place.name}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/**
 * Keyboard and screen reader follow to the new page, as they would after a full load; not out of a dialog that was
 * opened while the page was on its way, or what is typed there is lost.
 */
function useFocusOnPageChange() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    main.current?.scrollTo(0, 0);
    if (document.activeElement?.closest('[role="dialog"]')) return;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}
