// Draws docs/pictures/growth.svg from docs/performance.json, which `pnpm bench --growth --write` makes: seconds by number of
// files, measured and fitted. `--check` writes nothing and fails when the picture is stale.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './pnpm.mjs';

const picture = join(root, 'docs/pictures/growth.svg');
const { points, fits } = JSON.parse(readFileSync(join(root, 'docs/performance.json'), 'utf8'));
const series = [
  { key: 'cold', name: 'check, no memory', color: '#b3261e' },
  { key: 'warm', name: 'check, nothing changed', color: '#1f6f43' },
  { key: 'rg', name: 'rg, a text search', color: '#55606e' },
];
const box = { left: 60, top: 20, width: 560, height: 300 };
const most = {
  files: Math.max(...points.map(({ files }) => files)),
  seconds: Math.max(...points.map(({ cold }) => cold)) * 1.1,
};

const svg = draw();
if (!process.argv.includes('--check')) writeFileSync(picture, svg);
else if (!existsSync(picture) || readFileSync(picture, 'utf8') !== svg) {
  console.error('docs/pictures/growth.svg is stale; run npm run pictures');
  process.exitCode = 1;
}

function draw() {
  const parts = series.flatMap(curve);
  const axis = points.map(
    ({ files }) =>
      `<text x="${x(files)}" y="${box.top + box.height + 18}" text-anchor="middle">${files / 1000}k</text>`,
  );
  const steps = [0, 0.25, 0.5, 0.75, 1].map((part) => part * most.seconds);
  const grid = steps.map(
    (seconds) =>
      `<line x1="${box.left}" x2="${box.left + box.width}" y1="${y(seconds)}" y2="${y(seconds)}" stroke="#dfe3e8"/><text x="${box.left - 8}" y="${y(seconds) + 4}" text-anchor="end">${seconds.toFixed(1)} s</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 660 370" font-family="sans-serif" font-size="12" fill="#24292f" role="img" aria-label="Seconds by number of files">
<rect width="660" height="370" fill="#ffffff"/>
${[...grid, ...axis, ...parts].join('\n')}
<text x="${box.left + box.width / 2}" y="360" text-anchor="middle">files of TypeScript</text>
</svg>
`;
}

function curve({ key, name, color }, index) {
  const { start, slope } = fits[key];
  const dots = points.map(
    (one) => `<circle cx="${x(one.files)}" cy="${y(one[key])}" r="4" fill="${color}"/>`,
  );
  const line = `<line x1="${x(0)}" y1="${y(start)}" x2="${x(most.files)}" y2="${y(start + slope * most.files)}" stroke="${color}" stroke-width="1.5"/>`;
  const said = `${name}: ${(start * 1000).toFixed(0)} ms + ${(slope * 1e6).toFixed(1)} µs a file`;
  return [
    line,
    ...dots,
    `<text x="${box.left + 12}" y="${box.top + 18 + index * 18}" fill="${color}">${said}</text>`,
  ];
}

function x(files) {
  return Math.round(box.left + (files / most.files) * box.width);
}

function y(seconds) {
  return Math.round(box.top + box.height - (Math.max(0, seconds) / most.seconds) * box.height);
}
