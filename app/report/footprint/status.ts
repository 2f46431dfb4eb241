/** The codes of the standings that the network's figures count. */
export const statusOf = { onTrack: "on_track", behind: "behind", met: "met", missed: "missed" } as const;

export type Status = keyof typeof statusOf;
