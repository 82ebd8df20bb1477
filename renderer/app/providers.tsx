import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import { RouterProvider } from 'react-router/dom';
import { useEvents } from '../api/hooks.ts';
import { createQueryClient, takeEvent } from '../api/query-client.ts';
import { styleNonce } from './nonce.ts';
import { router } from './router.tsx';
import { cssVariables, theme } from './theme.ts';

const queryClient = createQueryClient();

export function Providers() {
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      cssVariablesResolver={cssVariables}
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={queryClient}>
        <Notifications position="bottom-right" autoClose={6000} limit={3} />
        <Events />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}

/** Hears the backend for as long as the page is open. */
function Events() {
  const client = useQueryClient();
  useEvents((event) => {
    takeEvent(client, event);
  });
  return null;
}
