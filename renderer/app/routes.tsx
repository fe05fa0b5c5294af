import { createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { pages } from './pages.ts';

const rootRoute = createRootRoute({
  component: () => (
    <Suspense fallback={null}>
      <Outlet />
    </Suspense>
  ),
});

const routes = pages.map(({ path, screen: Screen }) =>
  createRoute({ getParentRoute: () => rootRoute, path, component: () => <Screen /> }),
);

export const router = createRouter({ routeTree: rootRoute.addChildren(routes), defaultPreload: false });
