// What the workbench says itself; what comes from the libraries is in dutch-*.js.
const WORDS = {
  nl: {
    saved: (time) => `Bewaard om ${time}`,
    unsaved: "Nog niet bewaard",
    saving: "Bewaren …",
    offline: "Niet bewaard: geen verbinding. Uw werk staat op deze computer, we proberen het opnieuw.",
    signedOut: "Niet bewaard: u bent afgemeld. Meld u aan in een ander venster, daarna bewaren we het opnieuw.",
    refused: (why) => `Niet bewaard: ${why}`,
    conflict: "Niet bewaard: iemand anders wijzigde dit ontwerp.",
    broken: "Dit bestand kan hier niet open. Kijk het na in een ander programma en laad het opnieuw op.",
    looking: "U kijkt alleen.",
    narrow: "Op een klein scherm kunt u alleen kijken. Wijzigen kan op een breder scherm.",
    noFindings: "De controle vond niets.",
    error: "Fout",
    warning: "Let op",
    restoreQuestion: (time) => `Er is een niet bewaarde versie van ${time}. Terugzetten?`,
    restoreOlder: (time) =>
      `Er is een niet bewaarde versie van ${time}. Het ontwerp is daarna nog gewijzigd. Terugzetten?`,
    restore: "Terugzetten",
    discard: "Weggooien",
    conflictTitle: "Er zijn twee versies",
    conflictBy: (by) => `Deze wijziging kwam van ${by}.`,
    conflictWays: "Uw versie is ernaast bewaard. Open de andere versie: uw versie staat daar onder de tekening, bij ‘Andere versies’, en u kunt ze er terugzetten.",
    differences: "Dit is anders in uw versie:",
    same: "Er is geen verschil dat u ziet.",
    more: (count) => `En nog ${count}.`,
    mine: "Mijn versie als bestand downloaden",
    theirs: (by) => (by ? `De versie van ${by} openen` : "De andere versie openen"),
    close: "Sluiten",
    simulateOff: "Stop de simulatie",
    compareTitle: "Verschil met de gepubliceerde versie",
    compareNone: "Er is geen gepubliceerde versie.",
    compareSame: "Er is geen verschil met de gepubliceerde versie.",
    compareOff: "Stop met vergelijken",
    publishedPicture: "Gepubliceerde versie",
    draftPicture: "Dit ontwerp",
    added: "Nieuw",
    removed: "Weg",
    changed: "Gewijzigd",
    moved: "Verplaatst",
    editorName: "Tekening van het model",
    tableName: "Tabel",
    formName: "Formulier",
    panelName: "Eigenschappen",
  },
  en: {
    saved: (time) => `Saved at ${time}`,
    unsaved: "Not saved yet",
    saving: "Saving …",
    offline: "Not saved: no connection. Your work is on this computer, we try again.",
    signedOut: "Not saved: you are signed out. Sign in in another window, then we save it again.",
    refused: (why) => `Not saved: ${why}`,
    conflict: "Not saved: somebody else changed this draft.",
    broken: "This file does not open here. Look at it in another program and upload it again.",
    looking: "You are only looking.",
    narrow: "On a small screen you can only look. You can make changes on a wider screen.",
    noFindings: "The check found nothing.",
    error: "Error",
    warning: "Note",
    restoreQuestion: (time) => `There is a version of ${time} that was not saved. Put it back?`,
    restoreOlder: (time) =>
      `There is a version of ${time} that was not saved. The draft was changed after it. Put it back?`,
    restore: "Put back",
    discard: "Throw away",
    conflictTitle: "There are two versions",
    conflictBy: (by) => `This change came from ${by}.`,
    conflictWays: "Your version is kept beside it. Open the other version: yours is below the drawing, at ‘Other versions’, and you can put it back there.",
    differences: "This is different in your version:",
    same: "There is no difference that you see.",
    more: (count) => `And ${count} more.`,
    mine: "Download my version as a file",
    theirs: (by) => (by ? `Open the version of ${by}` : "Open the other version"),
    close: "Close",
    simulateOff: "Stop the simulation",
    compareTitle: "Difference with the published version",
    compareNone: "There is no published version.",
    compareSame: "There is no difference with the published version.",
    compareOff: "Stop comparing",
    publishedPicture: "Published version",
    draftPicture: "This draft",
    added: "New",
    removed: "Gone",
    changed: "Changed",
    moved: "Moved",
    editorName: "Drawing of the model",
    tableName: "Table",
    formName: "Form",
    panelName: "Properties",
  },
};

export const wordsOf = (lang) => WORDS[lang] ?? WORDS.nl;

/** The time of day as people write it: 20:41; with the date when it is not today. A time that is written out already stays. */
export function timeOf(instant, lang) {
  const moment = new Date(instant);
  if (Number.isNaN(moment.getTime())) {
    return instant;
  }
  const today = moment.toDateString() === new Date().toDateString();
  const day = today ? {} : { day: "numeric", month: "long" };
  return moment.toLocaleString(lang === "en" ? "en-GB" : "nl-BE", { ...day, hour: "2-digit", minute: "2-digit" });
}
