import { notifications } from '@mantine/notifications';

/** The notice that stands, by what is entered in a row. */
const standing = new Map<string, string>();

/** Of what is entered in a row (calls of a list) only the last is told: earlier notices would lie over the form they came from. */
export function tellLatest(row: string, notice: { readonly message: string; readonly color: string }): void {
  const last = standing.get(row);
  if (last !== undefined) notifications.hide(last);
  standing.set(row, notifications.show(notice));
}
