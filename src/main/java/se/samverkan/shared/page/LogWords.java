package se.samverkan.shared.page;

import java.time.LocalDate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samverkan.shared.RecordLog;

/**
 * Tells the lines of the audit log in the reader's language.
 *
 * <p>A code is told in words where the message files know it as {@code <field>.<value>}, for example
 * {@code role.HEAD_TEACHER}; days as people write them; everything else as it was written.
 */
public final class LogWords {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]*|true|false");

    private final Page page;

    public LogWords(Page page) {
        this.page = page;
    }

    /** Who did it, with the system user behind a command. */
    public String who(RecordLog.Line line) {
        String name = name(line.who());
        String behalf = line.onBehalfOf();
        return behalf == null ? name : page.text("audit.who.on-behalf-of", name, behalf);
    }

    private String name(RecordLog.Who who) {
        if (who.person() == 0) {
            return page.text("audit.who.public");
        }
        String role = who.formerRole();
        return role == null ? who.name() : page.text("audit.who.former", page.text("role." + role), who.name());
    }

    /** What was done to which record; a record that has been disposed of has no name any more. */
    public String deed(RecordLog.Line line) {
        String name = line.subject().name();
        String key = "audit." + line.what();
        String subject = name.isEmpty() ? page.text("audit.subject.disposed") : name;
        return page.words().has(key) ? page.text(key, subject) : line.what() + " " + subject;
    }

    public String field(RecordLog.Change change) {
        String key = "audit.field." + change.field();
        return page.words().has(key) ? page.text(key) : change.field();
    }

    /** A value in words; a dash where there was none. */
    public String value(RecordLog.Change change, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return "–";
        }
        if (DAY.matcher(value).matches()) {
            return page.words().day(LocalDate.parse(value));
        }
        return Stream.of(value.split(", "))
                .map(each -> code(change.field(), each))
                .collect(Collectors.joining(", "));
    }

    private String code(String field, String value) {
        String key = field + "." + value;
        return CODE.matcher(value).matches() && page.words().has(key) ? page.text(key) : value;
    }
}
