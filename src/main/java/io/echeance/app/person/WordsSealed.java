package io.echeance.app.person;

import io.echeance.app.settings.Setting;
import io.echeance.app.terminal.WorkFailed;

/** Words about somebody lie sealed, and no master key is at hand: what is handed out would not be all that is kept. */
final class WordsSealed extends WorkFailed {
    private static final long serialVersionUID = 1;

    WordsSealed(String id) {
        super("words about " + id + " lie sealed, and no " + Setting.PRIVACY_MASTER_KEY_FILE.key()
                + " is set here: nothing is handed out that is not all.");
    }
}
