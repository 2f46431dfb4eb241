import type { SuggestionSource } from "#app/ui/search/search-box.tsx";

/** The island of the finder: suggests words while they are typed, as a combobox of the WAI-ARIA pattern. It fills the field and
 *  never sends it; without it, or when nothing answers, the field is the plain one that it was. */

type Suggestion = { kind: string; text: string; lang: string };

const pause = 200;
const form = document.querySelector<HTMLFormElement>("form[data-suggestions]");
const input = form?.querySelector<HTMLInputElement>('input[type="search"]');
if (form && input) start(form, input, JSON.parse(form.dataset.suggestions ?? "null") as SuggestionSource);

function start(box: HTMLFormElement, field: HTMLInputElement, source: SuggestionSource): void {
  const list = element("ul", { id: `${field.id}-list`, role: "listbox", "aria-label": source.label });
  const said = element("div", { class: "hidden", role: "status" });
  list.hidden = true;
  box.append(list, said);
  let options: HTMLElement[] = [];
  let waiting = 0;
  let running: AbortController | null = null;
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-controls": list.id,
  }))
    field.setAttribute(name, value);
  open(false);

  function open(shown: boolean): void {
    list.hidden = !shown;
    field.setAttribute("aria-expanded", String(shown));
    if (!shown) mark(-1);
  }

  /** Stops what is on its way, so that no late answer opens the list again. */
  function close(): void {
    clearTimeout(waiting);
    running?.abort();
    open(false);
    said.textContent = "";
  }

  function mark(index: number): void {
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === index)));
    const option = options[index];
    if (option) field.setAttribute("aria-activedescendant", option.id);
    else field.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  }

  function choose(option: HTMLElement): void {
    field.value = option.firstElementChild?.textContent ?? field.value;
    options = [];
    close();
  }

  async function ask(words: string): Promise<void> {
    running = new AbortController();
    try {
      const response = await fetch(`${source.address}?q=${encodeURIComponent(words)}`, { signal: running.signal });
      if (!response.ok) return close();
      const { suggestions } = (await response.json()) as { suggestions: Suggestion[] };
      show(suggestions);
    } catch (error) {
      if ((error as Error).name !== "AbortError") close();
    }
  }

  function show(suggestions: readonly Suggestion[]): void {
    options = suggestions.map(({ kind, text, lang }, at) => {
      const option = element("li", { id: `${list.id}-${at}`, role: "option", "aria-selected": "false" });
      const [words, note] = [element("span", { lang }), element("small")];
      words.textContent = text;
      note.textContent = source.kinds[kind] ?? "";
      option.append(words, " ", note);
      return option;
    });
    list.replaceChildren(...options);
    open(options.length > 0);
    said.textContent = source.counts[options.length] ?? "";
  }

  field.addEventListener("input", () => {
    clearTimeout(waiting);
    running?.abort();
    const words = field.value.trim();
    if (Array.from(words).length < source.fewest) close();
    else waiting = window.setTimeout(() => void ask(words), pause);
  });
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    const at = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing || options.length === 0) return;
    if (step) {
      if (list.hidden) open(true);
      const places = options.length + 1;
      mark(((at + 1 + step + places) % places) - 1);
    } else if (!list.hidden && event.key === "Escape") close();
    else if (!list.hidden && event.key === "Enter" && options[at]) choose(options[at]);
    else return;
    event.preventDefault();
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", ({ target }) => {
    const option = options.find((one) => one.contains(target as Node));
    if (option) choose(option);
  });
}

function element(name: string, attributes: Record<string, string> = {}): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
