const steps = 20;

type Rgb = readonly [number, number, number];

/** The colour, or the nearest of its shades with this contrast to all of these grounds; colours are `#rrggbb`. */
export function readable(colour: string, grounds: readonly string[], leastContrast: number): string {
  const [own, lit] = [rgbOf(colour), grounds.map(rgbOf).map(luminance)];
  const ends: Rgb[] = [
    [255, 255, 255],
    [0, 0, 0],
  ];
  const shades = Array.from({ length: steps + 1 }, (_, step) =>
    ends.map((end) => mix(own, end, step / steps)),
  );
  const worst = (shade: Rgb) => Math.min(...lit.map((ground) => contrast(luminance(shade), ground)));
  const fitting = shades.flat().find((shade) => worst(shade) >= leastContrast);
  return hexOf(fitting ?? ends.toSorted((one, other) => worst(other) - worst(one))[0] ?? own);
}

/** Relative luminance, 0 to 1, as WCAG 2 defines it. */
export function luminance(rgb: Rgb): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function rgbOf(colour: string): Rgb {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return [red, green, blue];
}

function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const part = (index: 0 | 1 | 2) => Math.round(from[index] + (to[index] - from[index]) * share);
  return [part(0), part(1), part(2)];
}

function hexOf(rgb: Rgb): string {
  return `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
