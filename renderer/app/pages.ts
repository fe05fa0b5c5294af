import { IconHome2, type Icon } from '@tabler/icons-react';
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { CallRight } from '#shared/rpc/call.ts';

/** A page of the program: its address, place in the navigation and right. Features register here, one line each. */
export type Page = {
  readonly path: string;
  /** Key of the page's name: `page.<key>`, or a record feature's `record.<feature>.many`. */
  readonly name: string;
  readonly group: 'work' | 'sales' | 'service' | 'money' | 'plan' | 'store' | null;
  readonly icon: Icon;
  readonly right: CallRight;
  readonly screen: LazyExoticComponent<ComponentType>;
};

const screen = <Name extends string>(
  load: () => Promise<Readonly<Record<Name, ComponentType>>>,
  name: Name,
): Page['screen'] => lazy(async () => ({ default: (await load())[name] }));

export const pages: readonly Page[] = [
  {
    path: '/',
    name: 'page.home',
    group: null,
    icon: IconHome2,
    right: 'signed-in',
    screen: screen(() => import('../features/home/home.screen.tsx'), 'HomeScreen'),
  },
];
