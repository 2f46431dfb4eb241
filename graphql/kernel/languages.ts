/** The 24 official languages of the European Union: what cities may write in. */
export const languages = "bg es cs da de et el en fr ga hr it lv lt hu mt nl pl pt ro sk sl fi sv".split(
  " ",
) as readonly string[];

/** The languages that the interface and its mails have. */
export const interfaceLanguages = ["de", "el", "en", "fr", "pl"] as const;
