import { Readable } from 'node:stream';
import { vi } from 'vitest';
import { main } from '../pipeline/main.ts';
import type { Folder } from './folder.ts';

export interface Ended {
  readonly code: number;
  readonly said: string;
  readonly printed: string;
}

/** The program in this process: what a user types, what it says, how it ends. */
export async function padan(folder: Folder, args: readonly string[], input = ''): Promise<Ended> {
  const before = process.cwd();
  const said: string[] = [];
  const printed: string[] = [];
  const spies = [
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0),
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0),
    vi.spyOn(process, 'stdin', 'get').mockReturnValue(Object.assign(Readable.from([input]), { fd: 0 }) as unknown as typeof process.stdin),
  ];
  process.chdir(folder.root);
  try {
    return { code: await main(args), said: said.join(''), printed: printed.join('') };
  } finally {
    process.chdir(before);
    for (const spy of spies) spy.mockRestore();
  }
}
