import './icon.css';

// Drawn here rather than taken from a set: twenty strokes of one weight are 2 kB, and nothing is fetched for a glyph.
const strokes = {
  back: 'M15 5l-7 7 7 7',
  forward: 'M9 5l7 7-7 7',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  plus: 'M12 5v14M5 12h14',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  close: 'M6 6l12 12M18 6L6 18',
  warning: 'M12 4l9 16H3zM12 10v4.5M12 17.4v.1',
  offline: 'M4 4l16 16M8.5 15.5a5 5 0 017 0M5 12a10 10 0 014-2.4M15 9.7a10 10 0 014 2.3M12 19h.01',
  copy: 'M9 9h10v11H9zM5 15V4h10',
  open: 'M14 5h5v5M19 5l-8 8M10 6H5v13h13v-5',
  phone: 'M8 3h8v18H8zM11 18h2',
  bell: 'M6 17V11a6 6 0 0112 0v6l1.5 1.5h-15zM10.5 21h3',
  silence: 'M6 17V11a6 6 0 0110-4.4M18 11v6M4.5 18.5H17M10.5 21h3M4 4l16 16',
  clock: 'M12 3.5a8.5 8.5 0 110 17 8.5 8.5 0 010-17M12 8v4.5l3 2',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12M12 9.5a2.5 2.5 0 110 5 2.5 2.5 0 010-5',
  note: 'M5 4h14v12l-4 4H5zM9 9h6M9 13h4',
  up: 'M12 19V6M6 11.5L12 5.5l6 6',
  undo: 'M9 6L4.5 10.5 9 15M5 10.5h9a5 5 0 010 10h-3',
  person: 'M12 4a4 4 0 110 8 4 4 0 010-8M4.5 20.5c.6-4 3.600-6 7.500-6s6.900 2 7.500 6',
  people: 'M9 5a3.500 3.500 0 110 7 3.500 3.500 0 010-7M2.500 19.500c.5-3.500 3-5.200 6.500-5.200s6 1.700 6.500 5.200M16 5.500a3.200 3.200 0 010 6.200M18 14.800c2 .6 3.200 2.200 3.500 4.700',
  incidents: 'M12 3l9 9-9 9-9-9zM12 8v5M12 15.900v.1',
  onCall: 'M4 5.500h16v14H4zM4 10h16M8 3v4M16 3v4M9 15l2 2 4-4',
  runbooks: 'M5 4h11a3 3 0 013 3v13H8a3 3 0 01-3-3zM5 17a3 3 0 013-3h11M9 8h6',
  menu: 'M4 7h16M4 12h16M4 17h16',
  services: 'M12 3.5l9 4.500-9 4.500-9-4.500zM3.500 12.500L12 16.800l8.500-4.300M3.500 16.500L12 20.800l8.500-4.300',
  integrations: 'M9 3v5M15 3v5M6 8h12v3a6 6 0 01-12 0zM12 17v4',
  heartbeat: 'M2.500 12.500H7L9.500 6l5 12.500 2.500-6h4.500',
  maintenance: 'M20.300 7.200a5 5 0 01-6.700 5.900l-6.900 6.900a2 2 0 01-2.800-2.800l6.900-6.900a5 5 0 015.900-6.700l-3 3 .5 3.100 3.100.5z',
  signOut: 'M14 4H5v16h9M10 12h11M17 8l4 4-4 4',
  help: 'M12 3.500a8.500 8.500 0 110 17 8.500 8.500 0 010-17M9.500 9.500a2.500 2.500 0 114 2c-1 .7-1.500 1.200-1.500 2.300M12 16.900v.1',
} as const;
export type IconName = keyof typeof strokes;

/** A stroke drawing in the colour of its text. It never carries meaning alone, so readers of the screen skip it. */
export function Icon({ name, size = 24 }: { name: IconName; size?: number }) {
  return (
    <svg className={`icon icon-${name}`} viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" focusable="false">
      <path d={strokes[name]} />
    </svg>
  );
}
