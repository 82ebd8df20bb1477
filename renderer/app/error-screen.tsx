import { Button } from '@mantine/core';
import { Link, useRouteError } from 'react-router';
import { asApiError } from '../api/api-error.ts';
import { EmptyPanel, ErrorPanel } from '../components/states/panels.tsx';

/** A page that broke says so in its own place; the frame around it stays usable. */
export function RouteError() {
  const error = asApiError(useRouteError());
  return (
    <ErrorPanel
      title="This page stopped working"
      message={error.message}
      reference={error.reference}
      onRetry={() => {
        window.location.reload();
      }}
    />
  );
}

export function NotFound() {
  return (
    <EmptyPanel
      title="There is no such page"
      actions={
        <Button component={Link} to="/">
          Go to the overview
        </Button>
      }
    >
      <p>The address may be from another version of Evenkeel.</p>
    </EmptyPanel>
  );
}
