import { type FormProblem, outcome } from "#app/api/outcome.ts";
import { type Asker, mutate } from "#app/api/query.server.ts";
import {
  ArchiveInventoryDocument,
  RequestInventorySignOffDocument,
  SendBackInventoryDocument,
  SignOffInventoryDocument,
  WithdrawInventoryDocument,
} from "./move-documents.ts";

type Move = { id: string; version: number; comment: string | null };

/** Moves an inventory as a button of its pages says; null when it was done. An unknown button shows the page again. */
export async function moveInventory(asker: Asker, intent: string, move: Move): Promise<FormProblem | null> {
  switch (intent) {
    case "request":
      return outcome((await mutate(asker, RequestInventorySignOffDocument, move)).requestInventorySignOff).problem;
    case "sign":
      return outcome((await mutate(asker, SignOffInventoryDocument, move)).signOffInventory).problem;
    case "requestAndSign": {
      const asked = outcome((await mutate(asker, RequestInventorySignOffDocument, move)).requestInventorySignOff);
      return asked.problem ?? moveInventory(asker, "sign", { ...move, version: asked.done.version });
    }
    case "sendBack":
      return outcome((await mutate(asker, SendBackInventoryDocument, move)).sendBackInventory).problem;
    case "withdraw":
      return outcome((await mutate(asker, WithdrawInventoryDocument, move)).withdrawInventory).problem;
    case "archive":
      return outcome((await mutate(asker, ArchiveInventoryDocument, move)).archiveInventory).problem;
    default:
      return { issues: [], conflict: null };
  }
}
