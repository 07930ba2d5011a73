// Announces new findings to users of screen readers once the writer pauses.

import type { Counts } from './contract';
import { countsInWords } from './list';

const pause = 1200; // ms

export class Announcer {
  private timer = 0;
  private last = '';

  constructor(private region: HTMLElement) {}

  say(what: string): void { this.region.textContent = what; }

  counts(c: Counts): void {
    clearTimeout(this.timer);
    const words = countsInWords(c);
    if (words === this.last) return;
    this.timer = window.setTimeout(() => {
      this.last = words;
      this.say(words);
    }, pause);
  }
}
