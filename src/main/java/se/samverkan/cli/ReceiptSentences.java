package se.samverkan.cli;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.Receipt;
import se.samverkan.statistics.Receipt.Line;

/**
 * A receipt as the terminal tells it: what came of the file and how it was understood, then each thing to say with its
 * row, column, value and rule. What is wrong goes to stderr, also where the answer itself is JSON.
 */
final class ReceiptSentences {

    private static final List<String> WORDED = List.of("layout", "source", "encoding", "separator");
    private static final List<String> UNDERSTOOD = List.of("layout", "period", "format", "encoding", "separator");

    private ReceiptSentences() {}

    static void tell(Receipt receipt, Terminal terminal) {
        String lead = lead(receipt, terminal.words());
        if (receipt.isRefused()) {
            terminal.complain("cli.import.outcome", receipt.fileName(), lead);
        } else if (!terminal.speaksJson()) {
            terminal.say("cli.import.outcome", receipt.fileName(), lead);
            terminal.say("cli.import.detail", understood(receipt, terminal.words()));
        }
        for (Line line : receipt.lines()) {
            tell(line, terminal);
        }
    }

    private static void tell(Line line, Terminal terminal) {
        String sentence = sentence(line, terminal.words());
        if (!line.severity().equals("NOTE")) {
            terminal.complain("cli.import.detail", sentence);
        } else if (!terminal.speaksJson()) {
            terminal.say("cli.import.detail", sentence);
        }
    }

    private static String lead(Receipt receipt, Words words) {
        return words.text(
                "receipt.lead." + receipt.outcome(),
                receipt.count("added"),
                receipt.count("revised"),
                receipt.count("unchanged"),
                Math.max(receipt.count("errors"), receipt.lines().size()));
    }

    private static String understood(Receipt receipt, Words words) {
        Stream<String> facts = UNDERSTOOD.stream()
                .filter(receipt.understood()::containsKey)
                .map(name -> fact(name, value(receipt, name, words), words));
        Stream<String> rows = Stream.of(fact("rows", words.count(receipt.count("rows")), words));
        return Stream.concat(facts, rows).collect(Collectors.joining(" · "));
    }

    private static String fact(String name, String value, Words words) {
        return words.text("receipt.field." + name) + ": " + value;
    }

    private static String value(Receipt receipt, String name, Words words) {
        String value = receipt.understood().getOrDefault(name, "");
        return WORDED.contains(name) ? words.text("import." + name + "." + value) : value;
    }

    /** Where it stands, as far as that is known, what stands there, and the rule. */
    private static String sentence(Line line, Words words) {
        String rule = words.text(line.key(), line.details().toArray());
        String where = Stream.of(
                        part("cli.import.row", number(line.row()), words),
                        part("cli.import.column", line.field(), words),
                        line.field() == null ? null : part("cli.import.value", line.value(), words))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return where.isEmpty() ? rule : where + ": " + rule;
    }

    private static @Nullable String number(@Nullable Integer row) {
        return row == null ? null : Integer.toString(row);
    }

    private static @Nullable String part(String key, @Nullable String value, Words words) {
        return value == null ? null : words.text(key, value);
    }
}
