import { readFileSync } from "node:fs";
import { getPriority, setPriority } from "node:os";

/** Nice value of work that nobody waits for by the millisecond: about a tenth of a processor that others want too. */
const BEHIND = 10;

/**
 * Lets the process's other threads go first while this thread does heavy work. A priority is a thread's own on Linux
 * alone; elsewhere nothing happens.
 */
export function stepBehind(): void {
  if (process.platform === "linux") quietly(() => setPriority(0, BEHIND));
}

/**
 * Lets the other threads go first until the returned function is called. Nothing happens where this thread could not take
 * its place again afterwards, as most users may not.
 */
export function stepBehindForNow(): () => void {
  if (process.platform !== "linux" || !mayComeBack()) return () => {};
  const before = getPriority(0);
  quietly(() => setPriority(0, Math.max(before, BEHIND)));
  return () => quietly(() => setPriority(0, before));
}

/** Whether the system lets this process raise a priority: its limit is 20 minus the nice value that it may reach. */
function mayComeBack(): boolean {
  try {
    const [, limit] = /^Max nice priority\s+(\d+|unlimited)/m.exec(readFileSync("/proc/self/limits", "utf8")) ?? [];
    if (limit === "unlimited" || Number(limit) >= 20 - getPriority(0)) return true;
    // CAP_SYS_NICE is bit 23 of what the process is capable of.
    const [, capable] = /^CapEff:\s+([0-9a-f]+)/m.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
    return capable !== undefined && ((BigInt(`0x${capable}`) >> 23n) & 1n) === 1n;
  } catch {
    return false;
  }
}

function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // A priority is a wish.
  }
}
