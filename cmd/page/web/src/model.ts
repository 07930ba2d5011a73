// The language model, which few drafts need: it waits as it was loaded until a sentence does. What was
// checked without it is checked again once it is there.

import type { Program } from './program';

export class Model {
  private state: 'loading' | 'here' | 'given' | 'missing' = 'loading';
  private why = '';
  private decode: () => Uint8Array<ArrayBuffer> = () => new Uint8Array();

  // arrived is called once it is known whether there is a model.
  constructor(file: Promise<() => Uint8Array<ArrayBuffer>>, private program: Program, arrived: () => void) {
    file.then((decode) => { this.decode = decode; this.state = 'here'; }, (error: unknown) => this.lose(error)).then(arrived);
  }

  // give hands the model to the program, and reports whether that has it only since now.
  async give(): Promise<boolean> {
    if (this.state !== 'here') return false;
    this.state = 'given';
    try {
      await this.program.take(this.decode());
      return true;
    } catch (error) {
      this.lose(error);
      return false;
    }
  }

  // gap says what was not checked in a draft that needs the model, and why.
  gap(): string {
    if (this.state !== 'missing') return 'quotations, until the language model is loaded';
    return `quotations, because the language model cannot be loaded: ${this.why}. Load the page again; if that does not help, tell whoever runs it`;
  }

  private lose(error: unknown): void {
    this.state = 'missing';
    this.why = error instanceof Error ? error.message : String(error);
  }
}
