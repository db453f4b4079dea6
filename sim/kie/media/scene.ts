import type { Picture, Recipe } from './recipe.ts';
import { seeded } from './recipe.ts';
import { fitText, svgText } from './text-lines.ts';

/** The SVG of a result: a seeded gradient with soft shapes, the source pictures, the prompt, the model's name. */
export function sceneSvg(recipe: Recipe, pictures: readonly Picture[]): string {
  const { width, height } = recipe;
  const body = recipe.mask
    ? maskShapes(recipe)
    : `${background(recipe)}${sourceStrip(recipe, pictures)}${words(recipe)}`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ` +
    `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${body}</svg>`
  );
}

function background({ width, height, seed }: Recipe): string {
  const random = seeded(seed);
  const hue = Math.floor(random() * 360);
  const stops = [0, 1, 2].map((i) => {
    const color = `hsl(${(hue + i * 38) % 360}, ${55 + i * 8}%, ${26 + i * 12}%)`;
    return `<stop offset="${i / 2}" stop-color="${color}"/>`;
  });
  const shapes = Array.from({ length: 7 }, () => shape(random, width, height, hue)).join('');
  return (
    `<defs><linearGradient id="sky" x1="0" y1="0" x2="${random().toFixed(2)}" y2="1">${stops.join('')}</linearGradient></defs>` +
    `<rect width="${width}" height="${height}" fill="url(#sky)"/>${shapes}`
  );
}

function shape(random: () => number, width: number, height: number, hue: number): string {
  const x = Math.round(random() * width);
  const y = Math.round(random() * height);
  const size = Math.round((0.08 + random() * 0.22) * Math.min(width, height));
  const fill = `hsl(${(hue + Math.floor(random() * 120)) % 360}, 80%, 72%)`;
  const opacity = (0.1 + random() * 0.18).toFixed(2);
  if (random() < 0.6) return `<circle cx="${x}" cy="${y}" r="${size}" fill="${fill}" opacity="${opacity}"/>`;
  const turn = Math.round(random() * 90);
  return `<rect x="${x}" y="${y}" width="${size}" height="${size}" rx="${size / 6}" fill="${fill}" opacity="${opacity}" transform="rotate(${turn} ${x} ${y})"/>`;
}

/** The pictures it was made from, in a row at the top; a frame stands for one that is not in memory. */
function sourceStrip({ width, height, sources }: Recipe, pictures: readonly Picture[]): string {
  const side = Math.round(Math.min(width, height) * 0.28);
  return sources
    .slice(0, 3)
    .map((_, i) => {
      const at = `x="${16 + i * (side + 12)}" y="16" width="${side}" height="${side}"`;
      const picture = pictures[i];
      const content = picture
        ? `<image ${at} preserveAspectRatio="xMidYMid slice" xlink:href="data:${picture.mimeType};base64,${picture.bytes.toString('base64')}"/>`
        : '';
      return `${content}<rect ${at} rx="6" fill="none" stroke="#fff" stroke-width="3" opacity="0.8"/>`;
    })
    .join('');
}

function words({ width, height, prompt, modelId, sources }: Recipe): string {
  const top = sources.length > 0 ? Math.min(width, height) * 0.28 + 32 : height * 0.1;
  const room = height * 0.9 - top - 24;
  const { lines, fontSize } = fitText(prompt || modelId, width * 0.86, Math.max(40, room));
  const first = top + (room - lines.length * fontSize * 1.25) / 2 + fontSize;
  const text = lines
    .map((line, i) => label(line, width / 2, first + i * fontSize * 1.25, fontSize, 700))
    .join('');
  const small = Math.max(10, Math.round(Math.min(width, height) / 34));
  return text + label(modelId, width / 2, height - small, small, 400);
}

function label(text: string, x: number, y: number, size: number, weight: number): string {
  return (
    `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="middle" font-family="DejaVu Sans" font-weight="${weight}" ` +
    `font-size="${size}" fill="#fff" stroke="#000" stroke-opacity="0.35" stroke-width="${(size / 12).toFixed(2)}" ` +
    `paint-order="stroke">${svgText(text)}</text>`
  );
}

function maskShapes({ width, height, seed }: Recipe): string {
  const random = seeded(seed);
  const x = width * (0.3 + random() * 0.4);
  const y = height * (0.3 + random() * 0.4);
  const ellipse = `<ellipse cx="${x}" cy="${y}" rx="${width / 5}" ry="${height / 4}" fill="#fff"/>`;
  return `<rect width="${width}" height="${height}" fill="#000"/>${ellipse}`;
}
