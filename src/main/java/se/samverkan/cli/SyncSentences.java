package se.samverkan.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import se.samverkan.statistics.Sync;
import se.samverkan.statistics.Sync.Trouble;

/**
 * A fetch's receipt as the terminal tells it: what came, and on stderr what did not and why.
 *
 * @param receipt the fetch, ended
 */
record SyncSentences(Sync.Receipt receipt, Terminal terminal) {

    void tell() {
        if (!terminal.speaksJson()) {
            told();
        }
        for (Trouble trouble : receipt.troubles()) {
            terminal.complain("cli.sync.trouble", trouble.path(), what(trouble), why(trouble));
        }
        if (!"DONE".equals(receipt.outcome())) {
            terminal.complain("cli.sync.failed", reason(), terminal.words().text("statistics.sync.failed"));
        }
    }

    private void told() {
        Sync.Counts counts = receipt.counts();
        terminal.say("cli.sync.answers", counts.fetched(), counts.retried(), counts.nothing(), counts.givenUp());
        if ("DONE".equals(receipt.outcome())) {
            terminal.say("cli.sync.units", counts.unitsAdded(), counts.unitsChanged(), counts.withoutOrganiser());
            terminal.say("cli.sync.figures", counts.added(), counts.revised(), counts.unchanged(), counts.refused());
        }
    }

    Map<String, Object> asJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", receipt.id());
        json.put("startedAt", receipt.startedAt());
        json.put("endedAt", receipt.endedAt().orElse(null));
        json.put("outcome", receipt.outcome());
        json.put("message", reason());
        json.put("takenUp", receipt.takenUp());
        json.put("asked", receipt.asked());
        json.put("counts", receipt.counts());
        json.put("troubles", receipt.troubles().stream().map(this::asJson).toList());
        return json;
    }

    private Map<String, Object> asJson(Trouble trouble) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("path", trouble.path());
        json.put("field", trouble.field());
        json.put("value", trouble.value());
        json.put("rule", trouble.reason());
        json.put("message", why(trouble));
        return json;
    }

    private String reason() {
        return receipt.reason() == null
                ? terminal.words().text("cli.sync.done")
                : terminal.words()
                        .text(
                                "statistics.sync.reason." + receipt.reason(),
                                receipt.details().toArray());
    }

    private String why(Trouble trouble) {
        return terminal.words()
                .text("statistics.sync." + trouble.reason(), trouble.details().toArray());
    }

    private static String what(Trouble trouble) {
        return (trouble.field() + " " + trouble.value()).strip();
    }
}
