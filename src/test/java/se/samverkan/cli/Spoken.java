package se.samverkan.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import se.samverkan.Samverkan;

/**
 * What a command said, run in this process the way the terminal runs it.
 *
 * @param status its exit status
 * @param out what it wrote on stdout
 * @param err what it wrote on stderr
 */
record Spoken(int status, String out, String err) {

    static Spoken by(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = CommandLine.of(Samverkan.class, arguments, new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Spoken(status, out.toString(), err.toString());
    }
}
