import { z } from "zod";

export const interestInput = z.object({ reason: z.string().trim().min(1).max(1000) });
