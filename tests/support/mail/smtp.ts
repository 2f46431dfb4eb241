import { createServer, type Socket } from "node:net";

/** A mail server that accepts everything and keeps it as it came over the wire. */
export async function openSmtp() {
  const letters: string[] = [];
  const server = createServer((socket) => talk(socket, letters));
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const close = () => new Promise<void>((resolve) => void server.close(() => resolve()));
  return { url: `smtp://127.0.0.1:${port}`, letters, close };
}

function talk(socket: Socket, letters: string[]): void {
  let heard = "";
  let letter: string | null = null;
  const say = (line: string) => socket.write(`${line}\r\n`);
  say("220 test");
  socket.on("data", (data) => {
    heard += data.toString("utf8");
    for (let end = heard.indexOf("\r\n"); end >= 0; end = heard.indexOf("\r\n")) {
      const line = heard.slice(0, end);
      heard = heard.slice(end + 2);
      if (letter !== null && line !== ".") {
        letter += `${line}\r\n`;
        continue;
      }
      if (letter !== null) letters.push(letter);
      letter = line === "DATA" ? "" : null;
      say(line === "DATA" ? "354 go on" : "250 yes");
      if (line === "QUIT") socket.end();
    }
  });
}
