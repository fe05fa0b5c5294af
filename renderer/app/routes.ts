import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { NotFound } from './not-found.tsx';
import { pages } from './pages.ts';
import { Shell } from './shell.tsx';

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const routes = pages.map(({ path, screen }) =>
  createRoute({ getParentRoute: () => rootRoute, path, component: screen }),
);

export const router = createRouter({
  routeTree: rootRoute.addChildren(routes),
  defaultPreload: false,
  // The content scrolls inside the frame, which goes to the top by itself.
  scrollRestoration: false,
});
