package se.samverkan.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import se.samverkan.shared.page.MessageFiles;
import se.samverkan.shared.page.Words;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a command says: answers on stdout, as sentences or as JSON; progress on stderr, as one line that is written over
 * where a person watches, and as a line every few seconds where the output goes to a file.
 */
final class Terminal {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(3);
    private static final Duration BETWEEN_REWRITES = Duration.ofMillis(100);
    private static final String CLEAR_LINE = "\r\u001b[2K";

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;
    private final Words words;
    private final boolean watched;
    private long lastProgress;
    private String step = "";
    private boolean lineIsOpen;

    Terminal(PrintWriter out, PrintWriter err, boolean json, Locale locale) {
        this.out = out;
        this.err = err;
        this.json = json;
        this.words = MessageFiles.words(locale);
        this.watched = System.console() != null && System.console().isTerminal();
        this.lastProgress = System.nanoTime() - BETWEEN_LINES.toNanos();
    }

    Words words() {
        return words;
    }

    /** Answers with a sentence, or with the same as JSON where that was asked for. */
    void answer(Object asJson, JsonMapper mapper, String key, Object... details) {
        if (json) {
            json(asJson, mapper);
        } else {
            say(key, details);
        }
    }

    /** Answers with JSON in any case. */
    void json(Object answer, JsonMapper mapper) {
        endLine();
        out.println(mapper.writeValueAsString(answer));
    }

    /** Answers with a text as it is. */
    void text(String answer) {
        endLine();
        out.print(answer);
        out.flush();
    }

    boolean speaksJson() {
        return json;
    }

    void say(String key, Object... details) {
        endLine();
        out.println(words.text(key, details));
    }

    /** The reason why something was not done. */
    void complain(String key, Object... details) {
        endLine();
        err.println(words.text(key, details));
    }

    /** A new step, by any name of it, is shown at once; the same one again changes nothing. */
    void begins(String name) {
        if (!name.equals(step)) {
            step = name;
            lastProgress = System.nanoTime() - BETWEEN_LINES.toNanos();
        }
    }

    /** How far long work has come; {@code total} is 0 while it is not known. */
    void progress(String what, long done, long total) {
        long now = System.nanoTime();
        boolean soon = now - lastProgress < (watched ? BETWEEN_REWRITES : BETWEEN_LINES).toNanos();
        if (soon) {
            return;
        }
        lastProgress = now;
        String text = total > 0
                ? words.text("cli.progress", what, words.count(done), words.count(total))
                : done > 0 ? words.text("cli.progress-open", what, words.count(done)) : what;
        if (watched) {
            err.print(CLEAR_LINE + text);
            err.flush();
            lineIsOpen = true;
        } else {
            err.println(text);
        }
    }

    private void endLine() {
        if (lineIsOpen) {
            err.print(CLEAR_LINE);
            err.flush();
            lineIsOpen = false;
        }
    }
}
