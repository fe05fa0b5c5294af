/** A typed number as a whole number of `scale` decimals: `1.5` with scale 2 is 150. */
export function numberTyped(text: string, scale = 0): number | undefined {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[\s,，]/gu, '')
    .replace('−', '-');
  const found = /^(-?)(\d{1,12})(?:\.(\d*))?$/u.exec(plain);
  if (!found) return undefined;
  const decimals = (found[3] ?? '').replace(/0+$/u, '');
  if (decimals.length > scale) return undefined;
  const size = Number(`${found[2] ?? ''}${decimals.padEnd(scale, '0')}`);
  return found[1] && size !== 0 ? -size : size;
}

/** A whole number of `scale` decimals as text: 150 with scale 2 is `1.5`; `grouped` puts commas between thousands. */
export function numberShown(value: number, scale = 0, grouped = false): string {
  const digits = String(Math.abs(value)).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const decimals = scale === 0 ? '' : digits.slice(-scale).replace(/0+$/u, '');
  const front = grouped ? whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ',') : whole;
  return `${value < 0 ? '-' : ''}${front}${decimals === '' ? '' : `.${decimals}`}`;
}
