import { afterEach, beforeEach, expect, vi } from "vitest";

/** An unexpected console line fails the test it appears in. */
beforeEach(() => {
  for (const method of ["error", "warn", "log", "info"] as const) vi.spyOn(console, method);
});

afterEach(() => {
  for (const method of ["error", "warn", "log", "info"] as const) {
    const lines = vi.mocked(console[method]).mock.calls.map((call) => call.join(" "));
    vi.mocked(console[method]).mockRestore();
    expect(lines, `console.${method} was called`).toEqual([]);
  }
});
