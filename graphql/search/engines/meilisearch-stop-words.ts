/** Words that say nothing about a practice, folded, in the languages of the interface; also the short forms before an apostrophe. */
const lists = {
  en: "a an and are as at be but by for from has have how in into is it its not of on or our that the their these this to was we were what when where which who why will with you your",
  fr: "au aux avec c ce ces cette comment d dans de des du elle elles en est et eux il ils je l la le les leur leurs mais n ne nos notre nous on ou par pas pour qu quand que quel quelle qui s sa se ses son sont sur un une vers vos votre vous y",
  de: "aber als am an auf aus bei beim das dass dem den der des die dies diese diesem diesen dieser ein eine einem einen einer eines fur hat ich ihr im in ist mit nach nicht oder sich sie sind uber um und unser unsere vom von vor was wenn wer wie wir wird wo zu zum zur",
  pl: "a ale albo bez byc co czy dla do gdzie i ich ile im jak jest jego jej kiedy kto ktora ktore ktory lub ma na nad nas nasz nie o od oraz po pod przez przy sa sie ta tak te ten to u w we z za ze",
  el: "αν από απο αυτα αυτη αυτο αλλα για δεν εαν ειναι εναν ενα ενας η ή θα και κατα με μετα μια να ο οι οπου που οτι ποιος πως σε στα στη στην στις στο στον στους τα της τη την τι τις το τον του τους των ως",
};

export const stopWords: readonly string[] = [
  ...new Set(Object.values(lists).flatMap((list) => list.normalize("NFKD").replaceAll(/\p{M}/gu, "").split(" "))),
].toSorted();
