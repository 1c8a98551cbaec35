/** The errors that Padan throws on purpose. Anything else that is thrown is a bug. */

import type { Fault, Heard } from './ports.ts';

/** Base of all: the message is for a person; `exitCode` is what the program ends with. */
export class PadanError extends Error {
  override readonly name: string = 'PadanError';
  readonly exitCode: number = 2;
}

/** Settings, arguments or environment that cannot be used. Nothing was done. */
export class SettingsError extends PadanError {
  override readonly name = 'SettingsError';
}

/** A glossary that cannot be used; the message lists every fault with file, line and column. */
export class GlossaryError extends PadanError {
  override readonly name = 'GlossaryError';
}

/** A file that cannot be read or written. Other articles go on. */
export class FileError extends PadanError {
  override readonly name = 'FileError';
  readonly path: string;
  constructor(path: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.path = path;
  }
}

/** A sheet that cannot be read back; it is left byte for byte as it is. */
export class SheetError extends PadanError {
  override readonly name = 'SheetError';
  readonly line: number;
  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

/** Faults after which nobody knows whether the work was done: the connection broke, or the answer was of no use. */
const MAY_BE_BILLED: ReadonlySet<Fault> = new Set(['transient', 'bad output', 'refused']);

/** A provider that cannot answer a request at all: key, network, settings, server. What is done about it follows from `fault`. */
export class ProviderError extends PadanError {
  override readonly name = 'ProviderError';
  readonly provider: string;
  readonly fault: Fault;
  /** What the server said of its limits with the refusal. */
  readonly heard: Heard;
  /** The whole provider was given up, not this request alone. */
  readonly down: boolean;
  /** Whether the request may have been billed all the same. False where it was refused before any work, or never got there. */
  readonly billed: boolean;
  constructor(provider: string, message: string, options: ErrorOptions & { fault: Fault; heard?: Heard; down?: boolean; billed?: boolean }) {
    super(message, options);
    this.provider = provider;
    this.fault = options.fault;
    this.heard = options.heard ?? {};
    this.down = options.down ?? false;
    this.billed = options.billed ?? MAY_BE_BILLED.has(options.fault);
  }
  /** Whether the same request may succeed later. */
  get retry(): boolean {
    return this.fault === 'rate' || this.fault === 'transient';
  }
}

/** The budget holds no further request. All that was answered is kept. */
export class BudgetError extends PadanError {
  override readonly name = 'BudgetError';
  override readonly exitCode = 1;
}
