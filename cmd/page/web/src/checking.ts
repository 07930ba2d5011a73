// Checks one draft at a time. While the program is busy, only the newest draft is queued. A draft that
// needs the language model is checked again as soon as the program has it.

import type { Draft, Reply } from './contract';
import type { Model } from './model';
import type { Program } from './program';

const patience = 1000; // ms

export class Checking {
  private busy = false;
  private waiting: Draft | null = null;

  // slow is called if a draft takes long, so that nobody mistakes old findings for new ones.
  constructor(
    private program: Program, private model: Model, private show: (reply: Reply, draft: Draft) => void,
    private fail: (why: string) => void, private slow: () => void,
  ) {}

  check(draft: Draft): void {
    this.waiting = draft;
    if (!this.busy) void this.work();
  }

  private async work(): Promise<void> {
    this.busy = true;
    while (this.waiting) {
      const draft = this.waiting;
      this.waiting = null;
      const timer = setTimeout(this.slow, patience);
      try {
        const reply = await this.program.ask<Reply>({ do: 'check', draft });
        if (reply.error) this.fail(reply.error);
        else if (reply.unsettled && await this.model.give()) this.waiting ??= draft;
        else if (!this.waiting) this.show(reply, draft);
      } catch (error) {
        this.fail(error instanceof Error ? error.message : String(error));
      } finally {
        clearTimeout(timer);
      }
    }
    this.busy = false;
  }
}
