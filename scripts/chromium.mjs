// A real Chromium for the checks of pages: the system's, or the one that CHROMIUM names. Null where there is none.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

export async function startChromium() {
  const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
    (path) => path !== undefined && existsSync(path),
  );
  return executablePath === undefined
    ? null
    : await chromium.launch({ executablePath, args: ['--no-sandbox'] });
}
