package io.echeance.app.person;

import io.echeance.app.settings.Setting;
import io.echeance.app.terminal.WorkFailed;
import io.echeance.core.invoice.Language;
import io.echeance.core.order.Sentence;

/** Words about somebody lie sealed, and no master key is at hand: what is handed out would not be all that is kept. */
final class WordsSealed extends WorkFailed {
    private static final long serialVersionUID = 1;

    private final transient Sentence said;

    private WordsSealed(Sentence said, Language language) {
        super(language.in(said));
        this.said = said;
    }

    static WordsSealed of(String id, Language language) {
        String key = Setting.PRIVACY_MASTER_KEY_FILE.key();
        return new WordsSealed(
                new Sentence(
                        "des mots sur " + id + " sont scellés, et aucune " + key
                                + " n’est indiquée ici : rien n’est remis qui ne soit pas tout.",
                        "words about " + id + " lie sealed, and no " + key
                                + " is set here: nothing is handed out that is not all."),
                language);
    }

    Sentence said() {
        return said;
    }
}
