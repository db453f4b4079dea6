/** Line icons on a grid of 24, drawn in the text's colour. */
const paths = {
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 20 20',
  close: 'M6 6l12 12M18 6 6 18',
  back: 'M15 5l-7 7 7 7',
  forward: 'M9 5l7 7-7 7',
  down: 'M5 9l7 7 7-7',
  plus: 'M12 5v14M5 12h14',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  star: 'M12 4l2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8z',
  spark: 'M12 3l2.2 6.8L21 12l-6.8 2.2L12 21l-2.2-6.8L3 12l6.8-2.2z',
  grid: 'M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 20c.8-3.6 3.8-5.5 7.5-5.5s6.700 1.900 7.500 5.500',
  image: 'M4 5h16v14H4zM4 16l4.500-4.500 4 4 3-3L20 17M15.500 8.500h.01',
  video: 'M3.500 6h12v12h-12zM15.500 10.500l5-3v9l-5-3',
  audio:
    'M9 18V6l10-2v12M9 18a2.500 2.500 0 1 1-5 0 2.500 2.500 0 0 1 5 0zM19 16a2.500 2.500 0 1 1-5 0 2.500 2.500 0 0 1 5 0z',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  edit: 'M4 20l1-4L16 5l3 3L8 19zM13.500 7.500l3 3',
  film: 'M4 5h16v14H4zM8 5v14M16 5v14M4 9.500h4M4 14.500h4M16 9.500h4M16 14.500h4',
  enlarge: 'M14 4h6v6M20 4l-7 7M10 20H4v-6M4 20l7-7',
  face: 'M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17zM9 10h.01M15 10h.01M8.500 14.500c2 2.300 5 2.300 7 0',
  text: 'M5 6h14M5 10.500h14M5 15h14M5 19.500h8',
  brush:
    'M19.500 4.500c-4 1-8.500 5-10 8.500l2 2c3.500-1.500 7-6 8-10.500zM9 13.500c-2.500 0-3.500 2-3.500 4 0 1-.8 1.500-1.500 1.500 2 1.800 7 1.500 7-3.300',
  tools: 'M5 7h8M17 7h2M5 12h2M11 12h8M5 17h9M18 17h1M15 5v4M9 10v4M16 15v4',
  frame: 'M8 4v12h12M4 8h12v12',
  download: 'M12 4v11M7.500 11l4.500 4.500 4.500-4.500M5 20h14',
  share: 'M12 15V4M8 7.500 12 3.500l4 4M6 11H5v9h14v-9h-1',
  bell: 'M6 16V11a6 6 0 0 1 12 0v5l1.500 2h-15zM10 20.500a2.200 2.200 0 0 0 4 0',
  whole: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  send: 'M20 4 3.500 10.500l6 2.500 2.500 6zM20 4 9.500 13',
  again: 'M19 12a7 7 0 1 1-2-5M19 4v4h-4',
  trash: 'M5 7h14M9 7V4.500h6V7M7 7l1 13h8l1-13',
  camera: 'M4 8h3.500L9 5.500h6L16.500 8H20v11H4zM12 10.500a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4.500l3 1.500',
  gem: 'M7 5h10l3.500 5L12 20 3.500 10zM3.500 10h17M9 10l3 10 3-10',
  gift: 'M4 9h16v4H4zM6 13h12v7H6zM12 9v11M12 9c-5 0-5-5-2-5 2 0 2 3 2 5zM12 9c5 0 5-5 2-5-2 0-2 3-2 5z',
  globe: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM4 12h16M12 4c-5 5-5 11 0 16M12 4c5 5 5 11 0 16',
  sort: 'M5 7h14M8 12h8M10.500 17h3',
  crop: 'M7 3v14h14M3 7h14v14',
  keep: 'M7 4h10v16l-5-4-5 4z',
  swap: 'M7 4 3.500 7.500 7 11M3.500 7.500H17M17 13l3.500 3.500L17 20M20.500 16.500H7',
} as const;

export type IconName = keyof typeof paths;

export function Icon({
  name,
  size = 22,
  filled = false,
}: {
  name: IconName;
  size?: number;
  filled?: boolean;
}) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill={filled ? 'currentColor' : 'none'}
      stroke="currentColor"
      stroke-width="1.7"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}
