// Drafts are checked one at a time. While the program works, only the newest draft waits.

import type { Draft, Reply } from './contract';
import type { Program } from './program';

export class Checking {
  private busy = false;
  private waiting: Draft | null = null;

  constructor(private program: Program, private show: (reply: Reply, draft: Draft) => void, private fail: (why: string) => void) {}

  check(draft: Draft): void {
    this.waiting = draft;
    if (!this.busy) void this.work();
  }

  private async work(): Promise<void> {
    this.busy = true;
    while (this.waiting) {
      const draft = this.waiting;
      this.waiting = null;
      try {
        const reply = await this.program.ask<Reply>({ do: 'check', draft });
        if (reply.error) this.fail(reply.error);
        else if (!this.waiting) this.show(reply, draft);
      } catch (error) {
        this.fail(error instanceof Error ? error.message : String(error));
      }
    }
    this.busy = false;
  }
}
