const browsers = {
  Edg: "Edge",
  OPR: "Opera",
  Firefox: "Firefox",
  Chromium: "Chromium",
  Chrome: "Chrome",
  Safari: "Safari",
};
const systems = {
  iPhone: "iPhone",
  iPad: "iPad",
  Android: "Android",
  Windows: "Windows",
  "Mac OS X": "macOS",
  CrOS: "ChromeOS",
  Linux: "Linux",
};

/** Browser and system as far as a User-Agent line names them, for people to recognise a session by; null when it does not. */
export function deviceName(userAgent: string | null): string | null {
  const named = (names: Record<string, string>) =>
    Object.entries(names).find(([mark]) => userAgent?.includes(mark))?.[1];
  const parts = [named(browsers), named(systems)].filter(Boolean);
  return parts.length === 0 ? null : parts.join(", ");
}
