import { useNavigate } from '@tanstack/react-router';
import { useCallback, type MouseEvent } from 'react';

/** Goes to an address of the program, search parameters included. */
export function useGo(): (href: string, options?: { readonly replace?: boolean }) => void {
  const navigate = useNavigate();
  return useCallback(
    (href, options) => void navigate({ href, replace: options?.replace ?? false }),
    [navigate],
  );
}

/** Properties of a link inside the program; with Ctrl or the middle button the browser opens a window of its own. */
export function useLink(): (href: string) => { href: string; onClick: (event: MouseEvent) => void } {
  const go = useGo();
  return (href) => ({
    href,
    onClick(event) {
      event.stopPropagation();
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      go(href);
    },
  });
}
