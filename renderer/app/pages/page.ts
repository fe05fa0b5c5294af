import type { Icon } from '@tabler/icons-react';
import { lazyRouteComponent, type RouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import type { CallRight } from '#shared/rpc/call.ts';
import { pathOf, type RecordFeature } from '#renderer/components/record-list/record-feature.ts';

/** Groups of the navigation, in its order. */
export const pageGroups = ['work', 'plan', 'sales', 'service', 'quality', 'money', 'store'] as const;
export type PageGroup = (typeof pageGroups)[number];

/** A page of the program: its address, place in the navigation and right. */
export type Page = {
  readonly path: string;
  /** Key of the page's name: `page.<key>`, or a record feature's `record.<feature>.many`. */
  readonly name: string;
  /** null: not in the navigation, reached from another page. */
  readonly group: PageGroup | null;
  readonly icon: Icon;
  readonly right: CallRight;
  readonly screen: RouteComponent;
  /** Found by Ctrl+K although it is not in the navigation. */
  readonly found?: true;
  /** Fills the window, without top bar and navigation. */
  readonly bare?: true;
};

/**
 * A screen that is loaded when it is first opened. The router loads it before it leaves the page before: a place holder, once
 * shown, would stay for 300 ms however soon the screen comes.
 */
export const screen = <Name extends string>(
  load: () => Promise<Readonly<Record<Name, ComponentType>>>,
  name: Name,
): Page['screen'] => lazyRouteComponent(load, name);

/** The two pages of a record feature: its list, in the navigation where a group is given, and its form. */
export function recordPages(
  group: PageGroup | null,
  feature: RecordFeature,
  icon: Icon,
  right: CallRight,
  screens: { readonly list: Page['screen']; readonly form: Page['screen'] },
): readonly [Page, Page] {
  const path = pathOf(feature);
  return [
    { path, name: `record.${feature}.many`, group, icon, right, screen: screens.list },
    {
      path: `${path}/$id`,
      name: `record.${feature}.one`,
      group: null,
      icon,
      right,
      screen: screens.form,
    },
  ];
}
